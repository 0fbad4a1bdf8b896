/** Compares all series of a run with their baselines ({@link dev.plumbline.analysis.judge.RunJudge}). */
@NullMarked
package dev.plumbline.analysis.judge;

import org.jspecify.annotations.NullMarked;
