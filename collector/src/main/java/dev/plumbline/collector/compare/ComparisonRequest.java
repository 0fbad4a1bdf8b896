package dev.plumbline.collector.compare;

import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.report.comparison.ComparisonOrder;
import dev.plumbline.analysis.text.TableStyle;
import dev.plumbline.analysis.threshold.ThresholdRules;
import dev.plumbline.collector.command.OutputOptions;
import dev.plumbline.collector.verdict.FailOn;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What the user wants from a comparison.
 *
 * @param base the files to compare with, oldest first
 * @param head the files to judge
 * @param selection what is shown
 * @param order in which order
 * @param form the format of the result
 * @param style how text is drawn
 * @param failOn the verdicts to fail on
 * @param settings the default test's thresholds
 * @param rules what is judged differently
 * @param directions which metrics get better which way, where the user says it
 * @param noise the noise that is assumed
 * @param asForks whether the files of a side are forks of one run
 * @param paired whether fork i of the base is the pair of fork i of the head
 */
record ComparisonRequest(
        List<Path> base,
        List<Path> head,
        Selection selection,
        ComparisonOrder order,
        OutputOptions.Form form,
        TableStyle style,
        Set<FailOn> failOn,
        JudgeSettings settings,
        ThresholdRules rules,
        GivenDirections directions,
        NoiseAssumption noise,
        boolean asForks,
        boolean paired) {

    ComparisonRequest {
        base = List.copyOf(base);
        head = List.copyOf(head);
        failOn = Set.copyOf(failOn);
    }
}
