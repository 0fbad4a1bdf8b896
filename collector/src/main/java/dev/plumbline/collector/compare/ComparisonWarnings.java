package dev.plumbline.collector.compare;

import dev.plumbline.analysis.audit.AuditCode;
import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.audit.ObservedMachine;
import dev.plumbline.analysis.audit.SetupComparison;
import dev.plumbline.analysis.audit.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The reasons to distrust a comparison of files: how the sides differ, what the audit found in each, what readers noted. */
public final class ComparisonWarnings {

    private static final int MOST_NOTES = 5;

    private ComparisonWarnings() {}

    /** The warnings, worst first. */
    public static List<String> of(List<MeasuredRun> base, List<MeasuredRun> head, FileComparison comparison) {
        Set<String> compared = new LinkedHashSet<>();
        comparison.series().forEach(series -> compared.add(series.benchmark().key()));
        Set<String> warnings = new LinkedHashSet<>();
        for (MeasuredRun candidate : head) {
            for (MeasuredRun baseline : base) {
                SetupComparison.of(
                                candidate.setup(),
                                ObservedMachine.UNKNOWN,
                                baseline.setup(),
                                ObservedMachine.UNKNOWN,
                                compared)
                        .stream()
                        .filter(finding -> finding.severity().atLeast(Severity.SERIOUS))
                        .forEach(finding -> warnings.add(sentence(finding)));
            }
        }
        List<MeasuredRun> runs = new ArrayList<>(base);
        runs.addAll(head);
        warnings.addAll(audit(runs));
        Set<String> notes = new LinkedHashSet<>();
        runs.forEach(run -> run.notes().forEach(note -> notes.add(run.name() + ": " + note)));
        List<String> all = new ArrayList<>(warnings);
        notes.stream().limit(MOST_NOTES).forEach(all::add);
        if (notes.size() > MOST_NOTES) {
            all.add("and " + (notes.size() - MOST_NOTES) + " more notes on the files");
        }
        return all;
    }

    /**
     * The audit's worst finding in each file, each finding only once. Only findings that are bad enough to distrust every
     * verdict are mentioned; the rest is left to {@code plumbline audit}.
     */
    private static List<String> audit(List<MeasuredRun> runs) {
        Map<AuditCode, List<MeasuredRun>> byWorst = new LinkedHashMap<>();
        Map<AuditCode, String> sentences = new LinkedHashMap<>();
        for (MeasuredRun run : runs) {
            run.findings().stream()
                    .filter(finding -> finding.severity().atLeast(Severity.SERIOUS))
                    .findFirst()
                    .ifPresent(worst -> {
                        byWorst.computeIfAbsent(worst.code(), first -> new ArrayList<>())
                                .add(run);
                        sentences.putIfAbsent(worst.code(), sentence(worst));
                    });
        }
        List<String> warnings = new ArrayList<>();
        byWorst.forEach((code, concerned) -> {
            int others = concerned.size() - 1;
            String more = others == 0 ? "" : others == 1 ? " and 1 more file" : " and " + others + " more files";
            warnings.add(concerned.get(0).name() + more + ": " + sentences.get(code)
                    + "; plumbline audit explains why it matters and lists the rest");
        });
        return warnings;
    }

    private static String sentence(Finding finding) {
        return finding.what() + " (" + finding.where() + ")";
    }
}
