package dev.plumbline.collector.duet;

import dev.plumbline.analysis.pair.PairPlan;
import dev.plumbline.collector.command.UsageException;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How long and how often two versions are measured alternately. */
public final class DuetOptions {

    /** Nobody waits for more pairs than this. */
    private static final int MOST = 1000;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            description = "Start no further pair after this time, such as 10m or 1h30m. Default: 10m.")
    private String budget = "10m";

    @Option(names = "--min-pairs", paramLabel = "N", description = "Pairs at the first evaluation. Default: 3.")
    private int fewest = PairPlan.DEFAULT_FEWEST;

    @Option(names = "--max-pairs", paramLabel = "N", description = "Pairs at the last evaluation. Default: 20.")
    private int most = PairPlan.DEFAULT_MOST;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Keep both documents (duet-base.json, duet-head.json) and all output (duet.log) there."
                    + " Default: the current folder.")
    private Path output = Path.of("");

    /** When to look at pairs. */
    public PairPlan plan() {
        if (fewest < 2 || most < fewest || most > MOST) {
            throw new UsageException("--min-pairs is " + fewest + " and --max-pairs " + most
                    + ": expected at least 2, no fewer at the end than at the start, and at most " + MOST);
        }
        return new PairPlan(fewest, most);
    }

    /** The time after which no further pair is started. */
    public Duration budget() {
        return TimeSpan.of("--budget", budget);
    }

    /** Where the documents are kept. */
    public Path output() {
        return output;
    }
}
