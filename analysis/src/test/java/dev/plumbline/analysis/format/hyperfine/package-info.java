/** What hyperfine exports. */
@NullMarked
package dev.plumbline.analysis.format.hyperfine;

import org.jspecify.annotations.NullMarked;
