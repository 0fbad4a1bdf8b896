package dev.plumbline.collector.changepoints;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.report.verdict.SeriesName;
import dev.plumbline.collector.command.InputFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The results of several runs as series: a file for each run, oldest first. */
final class ResultHistory {

    private final Map<SeriesName, Runs> series = new LinkedHashMap<>();
    private final List<String> labels = new ArrayList<>();

    /** The forks of a series by the run that has it. */
    private record Runs(Map<Integer, List<Double>> forks) {}

    private ResultHistory() {}

    /**
     * Reads the results of these files.
     *
     * @param remarks what else to know about them
     * @throws dev.plumbline.collector.command.UsageException saying where and what is wrong when one can't be read
     */
    static SeriesFile read(List<InputFile> files, List<String> remarks) {
        ResultHistory history = new ResultHistory();
        for (InputFile file : files) {
            file.read(stream -> ResultFormat.read(stream, ReadLimits.defaults(), history::add));
            history.labels.add(label(file));
        }
        return new SeriesFile(history.series(), remarks);
    }

    private void add(BenchmarkResult result) {
        add(result, result.primary());
        result.secondary().stream()
                .filter(measurement ->
                        !measurement.metric().informational(result.setup().harness()))
                .forEach(measurement -> add(result, measurement));
    }

    private void add(BenchmarkResult result, Measurement measurement) {
        SeriesName name = SeriesName.of(result.benchmark(), measurement.metric());
        if (series.size() >= SeriesLimits.MOST_SERIES && !series.containsKey(name)) {
            throw SeriesLimits.tooMany("series", SeriesLimits.MOST_SERIES, Place.UNKNOWN);
        }
        series.computeIfAbsent(name, unseen -> new Runs(new LinkedHashMap<>()))
                .forks()
                .put(
                        labels.size(),
                        Arrays.stream(measurement.forkValues()).boxed().toList());
    }

    private List<GivenSeries> series() {
        Map<String, Long> uses = series.keySet().stream()
                .collect(Collectors.groupingBy(name -> shown(name, false), Collectors.counting()));
        List<GivenSeries> all = new ArrayList<>();
        series.forEach((name, runs) -> {
            SeriesBuilder builder = new SeriesBuilder(
                    shown(name, uses.getOrDefault(shown(name, false), 1L) > 1), name.unit(), GivenDirection.UNKNOWN);
            for (int run = 0; run < labels.size(); run++) {
                builder.run(labels.get(run), runs.forks().getOrDefault(run, List.of()), Place.UNKNOWN);
            }
            all.add(builder.build());
        });
        return all;
    }

    /** The name, with mode and threads if another series has the same name without them. */
    private static String shown(SeriesName name, boolean ambiguous) {
        String params = name.params().entrySet().stream()
                .map(param -> param.getKey() + "=" + param.getValue())
                .collect(Collectors.joining(", "));
        return name.benchmark()
                + (params.isEmpty() ? "" : " (" + params + ")")
                + (ambiguous
                        ? " [" + name.mode() + ", " + name.threads() + (name.threads() == 1 ? " thread]" : " threads]")
                        : "")
                + (name.metric().equals("score") ? "" : ", " + name.metric());
    }

    /** The file's name without its endings. */
    private static String label(InputFile file) {
        String name = file.name().substring(file.name().lastIndexOf('/') + 1);
        String label = name.replaceFirst("\\.gz$", "").replaceFirst("\\.[A-Za-z]{1,5}$", "");
        return label.isEmpty() ? name : label;
    }
}
