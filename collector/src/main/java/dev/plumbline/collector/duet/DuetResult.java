package dev.plumbline.collector.duet;

import dev.plumbline.collector.compare.PairedComparison;
import java.time.Duration;
import java.util.List;

/**
 * The result of a duet.
 *
 * @param comparison the verdicts on what was measured
 * @param end why it ended
 * @param fewest the fewest pairs that a benchmark has
 * @param most the most
 * @param elapsed how long it took
 * @param failures the benchmarks that were given up, and why
 */
public record DuetResult(
        PairedComparison comparison, End end, int fewest, int most, Duration elapsed, List<String> failures) {

    public DuetResult {
        failures = List.copyOf(failures);
    }

    /** Why a duet ended. */
    public enum End {
        /** No benchmark needs more pairs, or none would benefit from them. */
        SETTLED("nothing is left that more pairs would tell"),
        /** The same, but benchmarks failed and were given up. */
        GIVEN_UP("the others failed and were given up"),
        /** Each open benchmark has as many pairs as were allowed. */
        MOST_PAIRS("the most pairs are measured"),
        /** The time was spent. */
        BUDGET("the budget of time is spent"),
        /** The user interrupted it. */
        INTERRUPTED("interrupted");

        private final String words;

        End(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }
}
