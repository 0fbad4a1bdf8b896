package dev.plumbline.analysis.format.vitest;

import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.NoteCode;
import dev.plumbline.analysis.format.document.OneProcess;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ResultNotes;
import dev.plumbline.analysis.format.json.JsonPart;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Setup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The benchmarks of one report. The score is the median of the samples, which a pause of the garbage collector doesn't move, or
 * the mean where the report has no median; all samples are of one process.
 */
final class VitestResults {

    private static final String SEPARATOR = " > ";
    private static final OneProcess UNIT = OneProcess.in("ms/op");
    private static final Setup SETUP = Setup.unknown(Harness.VITEST);

    private final CheckedResults checked;
    private final ResultNotes notes = new ResultNotes();
    /** The file that a benchmark of a name was first in. */
    private final Map<String, String> files = new HashMap<>();

    private final Map<String, Integer> times = new HashMap<>();

    VitestResults(CheckedResults checked) {
        this.checked = checked;
    }

    /** Adds the benchmarks of a group of versions before 5. */
    void addGroup(String group, JsonPart benchmarks) {
        for (JsonPart benchmark : benchmarks.items()) {
            add(benchmark.place(), name(Stream.of(group, benchmark.of("name").text())), "", Latency.of(benchmark));
        }
    }

    /**
     * Adds the benchmarks of a file of version 5; a failed test without any is a benchmark that was not measured. A test's only
     * benchmark is called as the test is, if it has the same name: so does its failure.
     */
    void addTests(JsonPart file) {
        String path = file.of("name").text();
        String fileName = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        for (JsonPart test : file.of("assertionResults").items()) {
            List<JsonPart> benchmarks = test.of("benchmarks").items();
            for (JsonPart benchmark : benchmarks) {
                List<JsonPart> tasks = benchmark.of("tasks").items();
                for (JsonPart task : tasks) {
                    String title = benchmark.of("name").text();
                    String own = task.of("name").text();
                    boolean said = tasks.size() == 1 && (SEPARATOR + title).endsWith(SEPARATOR + own);
                    String name = name(Stream.of(fileName, title, said ? "" : own));
                    add(task.place(), name, path, Latency.of(task.of("latency")));
                }
            }
            if (benchmarks.isEmpty() && test.of("status").text().equals("failed")) {
                Stream<String> titles =
                        test.of("ancestorTitles").items().stream().map(JsonPart::text);
                String name = name(Stream.concat(
                        Stream.of(fileName),
                        Stream.concat(titles, Stream.of(test.of("title").text()))));
                add(test.place(), name, path, Latency.NONE);
            }
        }
    }

    private static String name(Stream<String> path) {
        return path.filter(part -> !part.isEmpty()).collect(Collectors.joining(SEPARATOR));
    }

    private void add(Place place, String name, String file, Latency latency) {
        notes.clear();
        String known = name.isEmpty() ? "(no name)" : name;
        checked.add(
                place,
                new BenchmarkId(known, params(known, file), Mode.AVERAGE_TIME, 1),
                SETUP,
                score(latency),
                latency.measured() ? latency.others(UNIT) : List.of(),
                notes);
    }

    /** What tells benchmarks of one name apart: their files, and the projects of a workspace, which the report doesn't name. */
    private Map<String, String> params(String name, String file) {
        Map<String, String> params = new HashMap<>();
        String first = files.putIfAbsent(name, file);
        if (first != null && !first.equals(file)) {
            params.put("file", file);
        }
        int repetition = times.merge(name + "\n" + file, 1, Integer::sum);
        if (repetition > 1) {
            params.put("repetition", Integer.toString(repetition));
        }
        return params;
    }

    private Measurement score(Latency latency) {
        if (!latency.measured()) {
            notes.add(NoteCode.NOT_MEASURED, "it has no mean: the benchmark failed or had no time to run");
        } else if (latency.samples().length == 0) {
            notes.addToAll(
                    NoteCode.MEAN_ONLY,
                    "the document has the median, or the mean, and no samples; vitest leaves them out unless it is asked"
                            + " for them");
        }
        return UNIT.of(Metric.SCORE, latency.figure(), latency.errorOfFigure(), latency.samples());
    }
}
