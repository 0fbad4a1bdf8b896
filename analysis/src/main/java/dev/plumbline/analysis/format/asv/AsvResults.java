package dev.plumbline.analysis.format.asv;

import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.NoteCode;
import dev.plumbline.analysis.format.document.OneProcess;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultNotes;
import dev.plumbline.analysis.format.json.JsonPart;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Setup;
import dev.plumbline.analysis.model.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The results of one file. A benchmark with parameters has a value for each combination of theirs; null is a failure, NaN a
 * combination that the benchmark itself skips. A value is the median of the samples, of which asv only keeps the 99 % interval
 * unless it is asked to record them; rounds in several processes are not told apart.
 */
final class AsvResults {

    /** The fields of the document that are looked at. */
    static final Set<String> FIELDS =
            Set.of("results", "result_columns", "params", "python", "requirements", "env_vars", "benchmark_version");

    private static final int VERSION_SHOWN = 8;

    private final JsonPart columns;
    private final JsonPart versions;
    private final Setup setup;
    private final AsvBenchmarks benchmarks;
    private final CheckedResults checked;
    private final ReadLimits limits;
    private final ResultNotes notes = new ResultNotes();

    AsvResults(
            Map<String, JsonPart> fields,
            JsonPart nothing,
            AsvBenchmarks benchmarks,
            CheckedResults checked,
            ReadLimits limits) {
        this.columns = fields.getOrDefault("result_columns", nothing);
        this.versions = fields.getOrDefault("benchmark_version", nothing);
        this.setup = AsvEnvironment.setup(fields);
        this.benchmarks = benchmarks;
        this.checked = checked;
        this.limits = limits;
    }

    /** Passes on the results of a benchmark. */
    void add(String name, JsonPart value) {
        AsvRow row = AsvRow.of(value, columns);
        AsvBenchmarks.Description known = benchmarks.of(name);
        String version = row.version().isEmpty() ? versions.of(name).text() : row.version();
        Combinations combinations =
                new Combinations(row.params().isEmpty() ? known.params() : row.params(), known.paramNames());
        int count = combinations.count(limits.maxResults());
        int given = row.result().size();
        if (given > 0 && given != count && !row.failed()) {
            throw value.refuse(
                    ProblemCode.INVALID_FIELD,
                    "a benchmark has " + given + " values for " + count
                            + " combinations of its parameters; give the file as asv wrote it");
        }
        for (int i = 0; i < count; i++) {
            Map<String, String> params = new LinkedHashMap<>(combinations.of(i));
            if (!version.isEmpty()) {
                params.put(
                        params.containsKey("version") ? "asv version" : "version",
                        version.substring(0, Math.min(VERSION_SHOWN, version.length())));
            }
            add(value, name.isEmpty() ? "(no name)" : name, params, known, row.at(i));
        }
    }

    private void add(
            JsonPart place,
            String name,
            Map<String, String> params,
            AsvBenchmarks.Description known,
            AsvRow.Value value) {
        if (value.skipped()) {
            return;
        }
        notes.clear();
        Unit unit = unit(known);
        if (!unit.known()) {
            notes.unknownUnit(unit.symbol(), Metric.SCORE);
        }
        if (value.failed()) {
            notes.add(NoteCode.NOT_MEASURED, "asv has null for it: the benchmark failed");
        } else if (value.samples().length == 0 && unit.isTimed()) {
            notes.addToAll(
                    NoteCode.MEAN_ONLY,
                    "the document has the median and no samples; let asv keep them with asv run --record-samples");
        }
        checked.add(
                place.place(),
                new BenchmarkId(name, params, mode(known, unit), 1),
                setup,
                new OneProcess(unit).of(Metric.SCORE, value.value(), value.error(), value.samples()),
                List.of(),
                notes);
    }

    /** The unit of a benchmark: what is timed is one operation, except for a whole script ({@code timeraw}). */
    private static Unit unit(AsvBenchmarks.Description known) {
        return switch (known.type()) {
            case "time" -> Unit.of("s/op");
            case "timeraw" -> Unit.of("s");
            case "memory", "peakmemory" -> Unit.of("B");
            default -> Unit.of(known.unit().isEmpty() ? "unit" : known.unit());
        };
    }

    private static Mode mode(AsvBenchmarks.Description known, Unit unit) {
        return switch (known.type()) {
            case "time" -> Mode.AVERAGE_TIME;
            case "timeraw" -> Mode.SINGLE_SHOT_TIME;
            default -> unit.isTimed() ? Mode.SINGLE_SHOT_TIME : Mode.COUNT;
        };
    }
}
