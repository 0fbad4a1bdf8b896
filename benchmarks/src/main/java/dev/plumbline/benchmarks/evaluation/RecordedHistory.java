package dev.plumbline.benchmarks.evaluation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.judge.RunJudge;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.analysis.segment.Segmenter;
import dev.plumbline.analysis.subject.Subject;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Prints every change point of a recorded history: {@code RecordedHistory FOLDER [-v]}, FOLDER with {@code history.json} and the
 * JMH documents that it names. With {@code -v} the run means too, so that an eye can judge.
 */
public final class RecordedHistory {

    private final List<String> subjects = new ArrayList<>();
    private final Map<String, Metric> metrics = new TreeMap<>();
    private final Map<String, List<double[]>> runs = new TreeMap<>();

    private RecordedHistory() {}

    /** Reads, segments, prints. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.err.println("usage: RecordedHistory FOLDER [-v]");
            System.exit(2);
        }
        RecordedHistory history = new RecordedHistory();
        history.read(Path.of(arguments[0]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        history.print(out, arguments.length > 1);
        history.replay(out);
    }

    private void read(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json.gz"))
                    .sorted()
                    .toList()) {
                add(file);
            }
        }
        readSubjects(folder.resolve("history.json"));
    }

    private void add(Path file) throws IOException {
        int run = runCount();
        try (InputStream in = Files.newInputStream(file)) {
            ResultFormat.JMH_JSON.reader().read(in, ReadLimits.defaults(), result -> {
                Stream.concat(Stream.of(result.primary()), result.secondary().stream())
                        .filter(measurement -> !measurement.metric().informational())
                        .forEach(measurement -> put(result.benchmark().key(), measurement, run));
            });
        }
        runs.values().forEach(series -> {
            while (series.size() <= run) {
                series.add(new double[0]);
            }
        });
    }

    private int runCount() {
        return runs.values().stream().mapToInt(List::size).max().orElse(0);
    }

    private void put(String benchmark, Measurement measurement, int run) {
        String key = benchmark + " " + measurement.metric().name();
        metrics.put(key, measurement.metric());
        List<double[]> series = runs.computeIfAbsent(key, name -> new ArrayList<>());
        while (series.size() < run) {
            series.add(new double[0]);
        }
        series.add(measurement.forkValues());
    }

    private void readSubjects(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME && "subject".equals(parser.currentName())) {
                    subjects.add(parser.nextTextValue());
                }
            }
        }
    }

    private void print(PrintStream out, boolean values) {
        Segmenter segmenter = new Segmenter(SegmentationSettings.defaults());
        runs.forEach((name, series) -> {
            out.println(name);
            if (values) {
                series.forEach(forks -> {
                    StringBuilder line = new StringBuilder();
                    for (double fork : forks) {
                        line.append(String.format(Locale.ROOT, " %.4g", fork));
                    }
                    out.println("   " + line);
                });
            }
            Metric metric = metrics.get(name);
            if (metric == null) {
                return;
            }
            for (ChangePoint point : segmenter.segment(metric, series).changePoints()) {
                out.printf(
                        Locale.ROOT,
                        "    run %d [%d, %d] %s %s ratio %.3f [%.3f, %.3f] p %.1e  %s%n",
                        point.index() + 1,
                        point.earliest() + 1,
                        point.latest() + 1,
                        point.state(),
                        point.worse() ? "WORSE" : "better",
                        point.ratio(),
                        point.ratioLow(),
                        point.ratioHigh(),
                        point.pValue(),
                        point.index() < subjects.size() ? subjects.get(point.index()) : "");
            }
        });
    }

    /** Every run judged by the runs before it, as a server would have: what was said when only that much was known. */
    private void replay(PrintStream out) {
        Segmenter segmenter = new Segmenter(SegmentationSettings.defaults());
        RunJudge judge = new RunJudge(JudgeSettings.defaults());
        out.println("replayed:");
        for (int run = 1; run < runCount(); run++) {
            List<String> names = new ArrayList<>();
            List<Subject> subjects = new ArrayList<>();
            for (Map.Entry<String, List<double[]>> entry : runs.entrySet()) {
                Metric metric = metrics.getOrDefault(entry.getKey(), TwoRuns.TIME);
                List<double[]> upToHere = entry.getValue().subList(0, run + 1);
                int start = 0;
                int end = run;
                for (ChangePoint point : segmenter.segment(metric, upToHere).changePoints()) {
                    if (point.state() == ChangePoint.State.CONFIRMED && point.index() < run) {
                        start = point.index();
                        end = run;
                    } else if (point.index() < run) {
                        end = Math.min(end, point.index());
                    }
                    if (point.state() == ChangePoint.State.SUSPECTED) {
                        out.printf(
                                Locale.ROOT,
                                "    run %d suspects %d in %s, ratio %.3f%n",
                                run + 1,
                                point.index() + 1,
                                entry.getKey(),
                                point.ratio());
                    }
                }
                if (upToHere.get(run).length > 0) {
                    names.add(entry.getKey());
                    subjects.add(
                            new Subject(metric, upToHere.subList(Math.max(start, end - 20), end), upToHere.get(run)));
                }
            }
            List<Verdict> verdicts = judge.judge(subjects).series();
            for (int i = 0; i < verdicts.size(); i++) {
                Verdict verdict = verdicts.get(i);
                if (verdict.outcome() == Outcome.REGRESSED || verdict.outcome() == Outcome.IMPROVED) {
                    out.printf(
                            Locale.ROOT,
                            "run %d %s %s ratio %.3f [%.3f, %.3f] p %.1e of %d runs%n",
                            run + 1,
                            verdict.outcome(),
                            names.get(i),
                            verdict.effect().ratio(),
                            verdict.effect().low(),
                            verdict.effect().high(),
                            verdict.evidence().pValue(),
                            verdict.baseline().runs());
                }
            }
        }
    }
}
