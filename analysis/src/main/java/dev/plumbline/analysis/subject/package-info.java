/** One series to judge, prepared for it: its scale, its resolution, whether it repeats to the digit. */
@NullMarked
package dev.plumbline.analysis.subject;

import org.jspecify.annotations.NullMarked;
