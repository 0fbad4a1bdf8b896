package dev.plumbline.server.site.part;

import dev.plumbline.analysis.audit.Severity;
import dev.plumbline.server.audit.StoredFinding;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.site.frame.Tone;
import java.util.ArrayList;
import java.util.List;

/**
 * The audit's findings about a run.
 *
 * @param differences how the run and its baseline differ
 * @param grave its own findings that are more than minor, worst first
 * @param minor its own minor findings
 * @param counts how many there are of each severity, in words; empty when there are none
 * @param jsonUrl all of it as data
 */
public record AuditView(
        List<FindingView> differences,
        List<FindingView> grave,
        List<FindingView> minor,
        String counts,
        String jsonUrl) {

    public AuditView {
        differences = List.copyOf(differences);
        grave = List.copyOf(grave);
        minor = List.copyOf(minor);
    }

    public static AuditView of(List<StoredFinding> findings, long runId, Links links) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = findings.stream()
                    .filter(finding -> finding.baselineRun().isEmpty())
                    .filter(finding -> finding.severity() == severity)
                    .count();
            if (count > 0) {
                counts.add(count + " " + severity.label());
            }
        }
        return new AuditView(
                findings.stream()
                        .filter(finding -> finding.baselineRun().isPresent())
                        .map(finding -> FindingView.of(finding, links))
                        .toList(),
                own(findings, links, false),
                own(findings, links, true),
                String.join(", ", counts),
                links.audit(runId));
    }

    private static List<FindingView> own(List<StoredFinding> findings, Links links, boolean minor) {
        return findings.stream()
                .filter(finding -> finding.baselineRun().isEmpty())
                .filter(finding -> (finding.severity() == Severity.MINOR) == minor)
                .map(finding -> FindingView.of(finding, links))
                .toList();
    }

    /** Whether the run and its baseline differ in something that is more than minor. */
    public boolean differGravely() {
        return differences.stream().anyMatch(finding -> finding.tone() == Tone.WORSE);
    }

    /** The run that it differs from. */
    public String baselineUrl() {
        return differences.isEmpty() ? "" : differences.getFirst().baselineUrl();
    }

    /** Whether the run's own measurement has findings. */
    public boolean hasOwn() {
        return !grave.isEmpty() || !minor.isEmpty();
    }
}
