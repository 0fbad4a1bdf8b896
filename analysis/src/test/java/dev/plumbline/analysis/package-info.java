/** What holds for the module as a whole. */
@NullMarked
package dev.plumbline.analysis;

import org.jspecify.annotations.NullMarked;
