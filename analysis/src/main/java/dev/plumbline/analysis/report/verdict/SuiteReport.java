package dev.plumbline.analysis.report.verdict;

import dev.plumbline.analysis.text.Change;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.SuiteVerdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a report says about the movement that the benchmarks of a run share.
 *
 * @param verdict the verdict on it; its ratios are of times, and a throughput counts as its inverse, so that more than 1 is worse
 * @param observed how the observed machine differs from before
 */
public record SuiteReport(SuiteVerdict verdict, List<Difference> observed) {

    /** Nothing to say: too few benchmarks, or hardly any history. */
    public static final SuiteReport NONE = new SuiteReport(SuiteVerdict.NONE, List.of());

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

    /** Something observed that has changed. */
    public record Difference(String field, String before, String after) {}

    /** Regressed or improved if the suite moved farther than its history explains. */
    public Outcome outcome() {
        return verdict.outcome();
    }

    /** How far it moved. */
    public double ratio() {
        return verdict.effect().ratio();
    }

    /** Whether the suite moved farther than its history explains: a finding of the run. */
    public boolean finding() {
        return verdict.finding();
    }

    /** What people should know about it, in one or two sentences; empty if there is nothing. */
    public String sentence(Glyphs glyphs) {
        if (!verdict.known()) {
            return "";
        }
        String size = Change.percent(ratio(), glyphs) + " in time";
        if (!verdict.takenOut() && finding()) {
            return "The whole suite moved by " + size + " ("
                    + Change.interval(verdict.effect().low(), verdict.effect().high(), glyphs) + "), " + verdict.moved()
                    + " of " + verdict.series() + " benchmarks together. Too little was measured before to tell the"
                    + " machine from the code: benchmarks that moved like the others have no verdict of their own.";
        }
        if (!verdict.takenOut()) {
            return "Most benchmarks (" + verdict.moved() + " of " + verdict.series()
                    + ") moved the same way, by about " + size
                    + ". With so little history that is not taken out of the verdicts: it may be the machine.";
        }
        if (!finding()) {
            return "";
        }
        int runs = verdict.baselineRuns();
        Effect effect = verdict.effect();
        return "The whole suite moved by " + size + " (" + Change.interval(effect.low(), effect.high(), glyphs)
                + "), " + verdict.moved() + " of " + verdict.series() + " benchmarks together; its history of " + runs
                + (runs == 1 ? " run predicts " : " runs predicts ")
                + Change.interval(verdict.expectedLow(), verdict.expectedHigh(), glyphs) + ". "
                + cause(observed, glyphs);
    }

    /** The name of an observed field. */
    public static String name(String field) {
        return Printable.line(NAMES.getOrDefault(field, field));
    }

    /** What was observed at the time of a shift, as a sentence. */
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
