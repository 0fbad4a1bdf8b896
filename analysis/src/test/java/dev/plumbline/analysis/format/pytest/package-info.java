/** What pytest-benchmark saves. */
@NullMarked
package dev.plumbline.analysis.format.pytest;

import org.jspecify.annotations.NullMarked;
