/** Compares versions that were measured alternately, pair by pair, and looks at them more than once. */
@NullMarked
package dev.plumbline.analysis.pair;

import org.jspecify.annotations.NullMarked;
