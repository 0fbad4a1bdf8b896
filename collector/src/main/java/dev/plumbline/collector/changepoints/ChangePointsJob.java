package dev.plumbline.collector.changepoints;

import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.report.series.SeriesCsv;
import dev.plumbline.analysis.report.series.SeriesMarkdown;
import dev.plumbline.analysis.report.series.SeriesReport;
import dev.plumbline.analysis.report.series.SeriesText;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.analysis.segment.Segmenter;
import dev.plumbline.collector.command.InputFile;
import dev.plumbline.collector.command.NameFilter;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.terminal.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads a file of series, finds their change points and prints them. */
final class ChangePointsJob {

    private static final String STANDARD_INPUT = "-";

    private final SeriesRequest request;
    private final Surroundings surroundings;
    private final Console console;

    ChangePointsJob(SeriesRequest request, Surroundings surroundings, Console console) {
        this.request = request;
        this.surroundings = surroundings;
        this.console = console;
    }

    /** Prints what was found. */
    void run() {
        Source source = source();
        SeriesFile file = source.file();
        List<SeriesReport> reports =
                file.series().stream().filter(this::isWanted).map(this::report).toList();
        if (reports.isEmpty()) {
            throw new UsageException("--filter matches none of " + file.series().size() + " series");
        }
        console.result(
                switch (request.form()) {
                    case TEXT ->
                        SeriesText.render(source.name(), reports, file.remarks(), request.style())
                                .stripTrailing();
                    case MARKDOWN ->
                        SeriesMarkdown.render(source.name(), reports, file.remarks())
                                .stripTrailing();
                    case CSV -> SeriesCsv.render(reports).stripTrailing();
                    case JSON -> SeriesJson.of(source.name(), reports, file.remarks());
                });
    }

    /** What is searched, and what it is called. */
    private record Source(String name, SeriesFile file) {}

    private Source source() {
        String first = request.files().get(0);
        InputFile given = InputFile.of(surroundings.folder(), Path.of(first));
        if (request.files().size() == 1 && first.equals(STANDARD_INPUT)) {
            return new Source(InputFile.STANDARD_INPUT, InputFile.piped(surroundings.in(), this::read));
        }
        if (request.files().size() == 1 && !Files.isDirectory(given.file())) {
            return new Source(given.name(), given.read(this::read));
        }
        if (request.files().contains(STANDARD_INPUT)) {
            throw new UsageException("standard input can't be one of several runs; give files");
        }
        RunFiles runs = RunFiles.of(surroundings.folder(), request.files());
        if (!request.columns().isEmpty()) {
            throw new UsageException("--column is for one CSV file; leave it out for the result files of several runs");
        }
        String name = request.files().size() == 1 ? given.name() : runs.files().size() + " files";
        return new Source(name, ResultHistory.read(runs.files(), runs.remarks()));
    }

    private SeriesFile read(InputStream stream) throws IOException {
        return SeriesFile.read(stream, request.columns());
    }

    private boolean isWanted(GivenSeries series) {
        return request.filters().isEmpty()
                || request.filters().stream()
                        .anyMatch(pattern -> NameFilter.of(pattern).isPartOf(series.name()));
    }

    private SeriesReport report(GivenSeries file) {
        GivenSeries series = new GivenSeries(
                file.name(),
                request.unit().isEmpty() ? file.unit() : request.unit(),
                request.direction() == GivenDirection.UNKNOWN ? file.direction() : request.direction(),
                file.labels(),
                file.runs());
        MeasuredUnit measured = MeasuredUnit.of(series);
        Unit unit = measured.unit();
        List<double[]> runs = series.runs().stream()
                .map(forks ->
                        Arrays.stream(forks).map(value -> value * unit.factor()).toArray())
                .toList();
        return new SeriesReport(
                series.name(),
                unit.base(),
                unit.direction(),
                series.labels(),
                runs,
                new Segmenter(SegmentationSettings.defaults()).segment(measured.metric(), runs));
    }
}
