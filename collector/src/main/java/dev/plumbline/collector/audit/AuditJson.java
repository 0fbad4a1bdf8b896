package dev.plumbline.collector.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.audit.Severity;
import dev.plumbline.analysis.report.audit.AuditReport;
import dev.plumbline.collector.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Audits as JSON, with the same fields as in the server's API. */
record AuditJson(List<AuditedFile> files) {

    /** One object with all files. */
    static String of(List<AuditReport> reports, Severity least) {
        return JsonText.write(new AuditJson(
                reports.stream().map(report -> AuditedFile.of(report, least)).toList()));
    }

    /** One file. */
    record AuditedFile(String file, int results, Map<String, Long> counts, List<Found> findings) {

        private static AuditedFile of(AuditReport report, Severity least) {
            Map<String, Long> counts = new LinkedHashMap<>();
            for (Severity severity : Severity.values()) {
                counts.put(severity.label(), report.count(severity));
            }
            return new AuditedFile(
                    report.name(),
                    report.benchmarks(),
                    counts,
                    report.atLeast(least).stream().map(Found::of).toList());
        }
    }

    /** One finding. */
    record Found(
            String code,
            String severity,
            String what,
            @JsonInclude(Include.NON_EMPTY) String where,
            int concerned,
            int benchmarks,
            String why,
            String remedy,
            List<Example> cases) {

        private static Found of(Finding finding) {
            return new Found(
                    finding.code().code(),
                    finding.severity().label(),
                    finding.what(),
                    finding.where(),
                    finding.concerned(),
                    finding.benchmarks(),
                    finding.code().why(),
                    finding.code().remedy(),
                    finding.cases().stream().map(Example::of).toList());
        }
    }

    /** One benchmark that a finding is about. */
    record Example(
            String benchmark,
            @JsonInclude(Include.NON_EMPTY) Map<String, String> params,
            String mode,
            int threads,
            @JsonInclude(Include.NON_EMPTY) String detail,
            @JsonInclude(Include.NON_EMPTY) Map<String, Double> numbers) {

        private static Example of(Finding.Case each) {
            return new Example(
                    each.benchmark().name(),
                    each.benchmark().params(),
                    each.benchmark().mode().label(),
                    each.benchmark().threads(),
                    each.detail(),
                    each.numbers());
        }
    }
}
