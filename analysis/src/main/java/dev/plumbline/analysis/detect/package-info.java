/**
 * What changed: the verdict on a run ({@link dev.plumbline.analysis.detect.RunJudge}) and the change points of a series
 * ({@link dev.plumbline.analysis.detect.Segmenter}). Both work on fork values in logarithms.
 */
@NullMarked
package dev.plumbline.analysis.detect;

import org.jspecify.annotations.NullMarked;
