/** The tree that Divan prints. */
@NullMarked
package dev.plumbline.analysis.format.divan;

import org.jspecify.annotations.NullMarked;
