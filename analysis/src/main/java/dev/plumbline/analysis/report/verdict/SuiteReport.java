package dev.plumbline.analysis.report.verdict;

import dev.plumbline.analysis.text.Change;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a report says of the movement that the benchmarks of a run share. Ratios are turned so that more than 1 is worse; NaN
 * where they are not known.
 *
 * @param outcome regressed or improved where the suite moved farther than its history explains
 * @param ratio how far it moved
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param expectedLow lower end of the range that the history predicted
 * @param expectedHigh upper end of that range
 * @param baselineRuns how many runs the prediction rests on
 * @param moved how many benchmarks went along
 * @param series how many there were to tell; 0 where there is nothing to say
 * @param takenOut whether the verdicts have the movement taken out
 * @param observed what was observed of the machine otherwise than before
 */
public record SuiteReport(
        Outcome outcome,
        double ratio,
        double low,
        double high,
        double expectedLow,
        double expectedHigh,
        int baselineRuns,
        int moved,
        int series,
        boolean takenOut,
        List<Difference> observed) {

    /** Nothing to say: too few benchmarks, or hardly any history. */
    public static final SuiteReport NONE = new SuiteReport(
            Outcome.INCONCLUSIVE,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            0,
            0,
            0,
            false,
            List.of());

    private static final Map<String, String> NAMES = Map.of(
            "cpu", "CPU",
            "cores", "cores",
            "os", "operating system",
            "arch", "architecture",
            "jvm", "JVM",
            "vmVersion", "JVM version",
            "jmh", "JMH");

    public SuiteReport {
        observed = List.copyOf(observed);
    }

    /** Something observed that is not as it was. */
    public record Difference(String field, String before, String after) {}

    /** Whether the suite moved farther than its history explains: a finding of the run. */
    public boolean finding() {
        return series > 0 && (outcome == Outcome.REGRESSED || outcome == Outcome.IMPROVED);
    }

    /** What people should know of it, in one or two sentences; empty where there is nothing. */
    public String sentence(Glyphs glyphs) {
        if (series == 0) {
            return "";
        }
        String size = Change.percent(ratio, glyphs);
        if (!takenOut) {
            return "Most benchmarks (" + moved + " of " + series + ") moved the same way, by about " + size
                    + ". With so little history that is not taken out of the verdicts: it may be the machine.";
        }
        if (!finding()) {
            return "";
        }
        return "The whole suite moved by " + size + " (" + Change.interval(low, high, glyphs) + "), " + moved + " of "
                + series + " benchmarks together; its history of " + baselineRuns
                + (baselineRuns == 1 ? " run predicts " : " runs predicts ")
                + Change.interval(expectedLow, expectedHigh, glyphs) + ". " + cause(observed, glyphs);
    }

    /** What an observed field is called. */
    public static String name(String field) {
        return Printable.line(NAMES.getOrDefault(field, field));
    }

    /** What was observed along with a shift, as a sentence. */
    public static String cause(List<Difference> observed, Glyphs glyphs) {
        if (observed.isEmpty()) {
            return "Nothing observed changed with it: it is the code or the machine.";
        }
        return observed.stream()
                .map(difference -> name(difference.field()) + " "
                        + Printable.line(difference.before()) + " " + glyphs.arrow() + " "
                        + Printable.line(difference.after()))
                .collect(Collectors.joining("; ", "Observed with it: ", "."));
    }
}
