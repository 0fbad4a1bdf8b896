package dev.plumbline.collector.duet;

import dev.plumbline.analysis.pair.PairPlan;
import dev.plumbline.analysis.text.TableStyle;
import dev.plumbline.collector.command.OutputOptions;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.jmh.JmhArguments;
import dev.plumbline.collector.verdict.FailOn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What the user wants from a duet.
 *
 * @param versions what is measured alternately
 * @param plan when to look at pairs
 * @param budget the time after which no further pair is started
 * @param output the folder for the documents
 * @param form the format of the verdict
 * @param style how text is drawn
 * @param failOn the verdicts to fail on
 */
public record DuetRequest(
        Versions versions,
        PairPlan plan,
        Duration budget,
        Path output,
        OutputOptions.Form form,
        TableStyle style,
        Set<FailOn> failOn) {

    public DuetRequest {
        failOn = Set.copyOf(failOn);
    }

    /**
     * The user's options for JMH.
     *
     * @throws UsageException when they contain what a duet itself decides
     */
    public static JmhArguments checked(List<String> words) {
        JmhArguments options = new JmhArguments(words);
        if (options.has("-f")) {
            throw new UsageException("-f doesn't apply to a duet, which launches one fork at a time; use --max-pairs");
        }
        if (options.has("-rf") || options.has("-rff")) {
            throw new UsageException(
                    "-rf and -rff are set by the duet; use --output to choose where the results are kept");
        }
        return options;
    }
}
