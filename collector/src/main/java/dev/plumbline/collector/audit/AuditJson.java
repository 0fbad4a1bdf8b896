package dev.plumbline.collector.audit;

import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.audit.Severity;
import dev.plumbline.analysis.report.audit.AuditReport;
import dev.plumbline.collector.json.Json;
import dev.plumbline.collector.json.JsonBuilder;
import dev.plumbline.collector.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Audits as JSON, with the fields that the server's API has. */
final class AuditJson {

    private AuditJson() {}

    /** One object with all files. */
    static String of(List<AuditReport> reports, Severity least) {
        return Json.write(new JsonBuilder()
                .objects(
                        "files",
                        reports.stream().map(report -> file(report, least)).toList())
                .build());
    }

    private static JsonObject file(AuditReport report, Severity least) {
        JsonBuilder counts = new JsonBuilder();
        for (Severity severity : Severity.values()) {
            counts.number(severity.label(), report.count(severity));
        }
        return new JsonBuilder()
                .text("file", report.name())
                .number("results", report.benchmarks())
                .object("counts", counts.build())
                .objects(
                        "findings",
                        report.atLeast(least).stream().map(AuditJson::finding).toList())
                .build();
    }

    private static JsonObject finding(Finding finding) {
        return new JsonBuilder()
                .text("code", finding.code().code())
                .text("severity", finding.severity().label())
                .text("what", finding.what())
                .text("where", finding.where())
                .number("concerned", finding.concerned())
                .number("benchmarks", finding.benchmarks())
                .text("why", finding.code().why())
                .text("remedy", finding.code().remedy())
                .objects("cases", finding.cases().stream().map(AuditJson::one).toList())
                .build();
    }

    private static JsonObject one(Finding.Case each) {
        Map<String, @Nullable Object> numbers = new LinkedHashMap<>(each.numbers());
        Map<String, @Nullable Object> params =
                new LinkedHashMap<>(each.benchmark().params());
        return new JsonBuilder()
                .text("benchmark", each.benchmark().name())
                .object("params", new JsonObject(params))
                .text("mode", each.benchmark().mode().label())
                .number("threads", each.benchmark().threads())
                .text("detail", each.detail())
                .object("numbers", new JsonObject(numbers))
                .build();
    }
}
