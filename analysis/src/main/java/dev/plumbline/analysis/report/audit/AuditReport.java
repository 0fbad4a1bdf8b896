package dev.plumbline.analysis.report.audit;

import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.audit.Severity;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.text.BenchmarkLabels;
import java.util.ArrayList;
import java.util.List;

/**
 * The audit of a file.
 *
 * @param name the file's name
 * @param benchmarks how many results it has
 * @param measured the benchmarks among which names have to be unambiguous
 * @param findings the worst first
 */
public record AuditReport(String name, int benchmarks, List<BenchmarkId> measured, List<Finding> findings) {

    public AuditReport {
        measured = List.copyOf(measured);
        findings = List.copyOf(findings);
    }

    /** An audit whose names have to be unambiguous only among what the findings name. */
    public AuditReport(String name, int benchmarks, List<Finding> findings) {
        this(name, benchmarks, List.of(), findings);
    }

    /** The findings that are this bad or worse. */
    public List<Finding> atLeast(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity().atLeast(severity))
                .toList();
    }

    /** How many there are of each severity: {@code 1 invalid, 3 minor findings}. */
    public String counts() {
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = count(severity);
            if (count > 0) {
                parts.add(count + " " + severity.label());
            }
        }
        return parts.isEmpty()
                ? "no findings"
                : String.join(", ", parts) + (findings.size() == 1 ? " finding" : " findings");
    }

    /** Findings of one severity. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Labels of the benchmarks that the findings name. */
    BenchmarkLabels labels() {
        List<BenchmarkId> named = new ArrayList<>(measured);
        findings.forEach(finding -> finding.cases().forEach(each -> named.add(each.benchmark())));
        return new BenchmarkLabels(named);
    }

    /** {@code 312 benchmarks}. */
    String size() {
        return benchmarks == 1 ? "1 benchmark" : benchmarks + " benchmarks";
    }
}
