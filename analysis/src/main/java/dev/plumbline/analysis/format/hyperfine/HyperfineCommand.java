package dev.plumbline.analysis.format.hyperfine;

import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.NoteCode;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ResultNotes;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Setup;
import dev.plumbline.analysis.model.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One command that hyperfine measured, as it is read. All times are in seconds. */
final class HyperfineCommand {

    private static final double[] NO_ITERATIONS = {};

    String command = "";
    double mean = Double.NaN;
    double user = Double.NaN;
    double system = Double.NaN;
    double[] times = {};
    double[] memory = {};
    /** Runs that didn't end with exit code 0. */
    int failed;

    final Map<String, String> parameters = new TreeMap<>();

    /** Passes on the result: every run is a process of its own. */
    void pass(Place place, CheckedResults results) {
        ResultNotes notes = new ResultNotes();
        boolean fails = failed > 0;
        Measurement score = measurement(Metric.SCORE, "s", mean, fails ? NO_ITERATIONS : times, !fails);
        List<Measurement> secondary = new ArrayList<>();
        if (fails) {
            notes.add(
                    NoteCode.NOT_MEASURED,
                    failed + (failed == 1 ? " run" : " runs")
                            + " didn't end with exit code 0, so there is nothing to compare; mend the command, or add || true"
                            + " to it");
        } else if (!Double.isFinite(score.score())) {
            notes.add(NoteCode.NOT_MEASURED, "it has no mean that is a number, so there is nothing to compare");
        } else {
            if (times.length == 0) {
                notes.addToAll(
                        NoteCode.MEAN_ONLY,
                        "the file has means and no times of runs, so a mean counts as one run; --export-json keeps the times");
            }
            addIfKnown(secondary, "user", "s", user, NO_ITERATIONS);
            addIfKnown(secondary, "system", "s", system, NO_ITERATIONS);
            addIfKnown(secondary, "memory_usage_byte", "B", mean(memory), memory);
        }
        results.add(
                place,
                new BenchmarkId(name(), parameters, Mode.SINGLE_SHOT_TIME, 1),
                Setup.unknown(Harness.HYPERFINE),
                score,
                secondary,
                notes);
    }

    /**
     * The command with its parameters as it was given to hyperfine: {@code sort {file}}. A value that isn't a whole word of the command,
     * or is one several times, stays as it is.
     */
    private String name() {
        String[] words = command.split(" ", -1);
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            String variable = "{" + parameter.getKey() + "}";
            long uses =
                    Arrays.stream(words).filter(parameter.getValue()::equals).count();
            if (uses == 1 && !command.contains(variable)) {
                words = Arrays.stream(words)
                        .map(word -> word.equals(parameter.getValue()) ? variable : word)
                        .toArray(String[]::new);
            }
        }
        return String.join(" ", words);
    }

    private static void addIfKnown(List<Measurement> secondary, String name, String unit, double value, double[] runs) {
        if (Double.isFinite(value)) {
            secondary.add(measurement(name, unit, value, runs, true));
        }
    }

    private static Measurement measurement(String name, String symbol, double value, double[] runs, boolean known) {
        double score = known ? (Double.isFinite(value) ? value : mean(runs)) : Double.NaN;
        double[] values = runs.length > 0 || !Double.isFinite(score) ? runs : new double[] {score};
        List<Fork> forks = Double.isFinite(score)
                ? Arrays.stream(values)
                        .mapToObj(run -> new Fork(run, NO_ITERATIONS))
                        .toList()
                : List.of();
        return new Measurement(Metric.reported(name, Unit.of(symbol)), score, Double.NaN, forks);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
    }
}
