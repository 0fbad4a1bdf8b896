/** Finds the change points of a series ({@link dev.plumbline.analysis.segment.Segmenter}). */
@NullMarked
package dev.plumbline.analysis.segment;

import org.jspecify.annotations.NullMarked;
