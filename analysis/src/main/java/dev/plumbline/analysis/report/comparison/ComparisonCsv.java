package dev.plumbline.analysis.report.comparison;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.report.missing.Absence;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.text.Csv;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A comparison as CSV: a line for each series, numbers in base units and in full, and one without numbers for each that is missing. */
public final class ComparisonCsv {

    private static final List<String> HEADINGS = List.of(
            "benchmark",
            "params",
            "mode",
            "threads",
            "metric",
            "unit",
            "verdict",
            "base",
            "base forks",
            "base spread",
            "head",
            "head forks",
            "head spread",
            "ratio",
            "ratio low",
            "ratio high",
            "p",
            "smallest detectable change",
            "forks needed",
            "iterations needed");

    private ComparisonCsv() {}

    /** The lines, the first with the names of the columns. */
    public static String render(ComparisonReport report) {
        StringBuilder csv = new StringBuilder(Csv.line(HEADINGS));
        report.tables().forEach(table -> table.series().forEach(series -> csv.append(Csv.line(cells(series)))));
        report.missing()
                .absences()
                .forEach(absence -> absence.metrics().forEach(metric -> csv.append(Csv.line(cells(absence, metric)))));
        return csv.toString();
    }

    private static List<Object> cells(Absence absence, String metric) {
        BenchmarkId benchmark = absence.benchmark();
        List<Object> cells = new ArrayList<>(List.of(
                benchmark.name(),
                params(benchmark.params()),
                benchmark.mode().label(),
                Integer.toString(benchmark.threads()),
                metric,
                "",
                absence.what()));
        cells.addAll(Collections.nCopies(HEADINGS.size() - cells.size(), ""));
        return cells;
    }

    private static String params(Map<String, String> params) {
        return params.entrySet().stream()
                .map(param -> param.getKey() + "=" + param.getValue())
                .collect(Collectors.joining(" "));
    }

    private static List<Object> cells(ComparedSeries series) {
        VerdictRow row = series.row();
        return List.of(
                row.benchmark(),
                params(row.params()),
                row.mode(),
                Integer.toString(row.threads()),
                row.metric(),
                row.unit(),
                row.outcome().label(),
                Csv.number(row.verdict().baseline().value()),
                Integer.toString(row.verdict().baseline().forks()),
                Csv.number(series.baseSpread()),
                Csv.number(row.verdict().candidate().value()),
                Integer.toString(row.verdict().candidate().forks()),
                Csv.number(series.headSpread()),
                Csv.number(row.verdict().effect().ratio()),
                Csv.number(row.verdict().effect().low()),
                Csv.number(row.verdict().effect().high()),
                Csv.number(row.verdict().evidence().adjusted()),
                Csv.number(row.verdict().evidence().smallestDetectableChange()),
                row.verdict().remedy().forks() > 0
                        ? Integer.toString(row.verdict().remedy().forks())
                        : "",
                series.iterationsNeeded() > 0 ? Integer.toString(series.iterationsNeeded()) : "");
    }
}
