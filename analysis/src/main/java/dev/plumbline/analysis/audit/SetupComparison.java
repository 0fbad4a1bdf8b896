package dev.plumbline.analysis.audit;

import dev.plumbline.analysis.model.Setup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * The reasons to distrust a comparison: how a candidate differs from its baseline apart from the commit. What is unknown
 * on one side doesn't count as a difference.
 */
public final class SetupComparison {

    private static final int MOST_WAYS = 2;
    private static final int MOST_ARGUMENTS = 4;

    private final Map<AuditCode, Difference> differences = new LinkedHashMap<>();
    private final Map<List<String>, SortedSet<String>> normalised = new LinkedHashMap<>();
    private int benchmarks;

    private SetupComparison() {}

    /**
     * The differences, worst first.
     *
     * @param candidate the set-ups of the run to judge
     * @param candidateMachine its machine
     * @param baseline the set-ups of the run it is compared with
     * @param baselineMachine its machine
     * @param compared the keys of the benchmarks that both have
     */
    public static List<Finding> of(
            RunSetup candidate,
            ObservedMachine candidateMachine,
            RunSetup baseline,
            ObservedMachine baselineMachine,
            Collection<String> compared) {
        SetupComparison comparison = new SetupComparison();
        comparison.machines(candidateMachine, baselineMachine);
        for (String key : compared) {
            Optional<Setup> after = candidate.of(key);
            Optional<Setup> before = baseline.of(key);
            if (after.isPresent() && before.isPresent()) {
                comparison.benchmarks++;
                comparison.setups(after.get(), before.get());
            }
        }
        return comparison.findings();
    }

    private void machines(ObservedMachine candidate, ObservedMachine baseline) {
        differ(AuditCode.PROCESSOR_DIFFERS, baseline.processor(), candidate.processor(), 0);
        differ(AuditCode.PROCESSOR_DIFFERS, baseline.architecture(), candidate.architecture(), 0);
        differ(AuditCode.SYSTEM_DIFFERS, baseline.system(), candidate.system(), 0);
        differ(AuditCode.RESOURCES_DIFFER, cores(baseline), cores(candidate), 0);
        differ(AuditCode.RESOURCES_DIFFER, gibibytes(baseline), gibibytes(candidate), 0);
    }

    private void setups(Setup candidate, Setup baseline) {
        if (candidate.equals(baseline)) {
            return;
        }
        differ(
                AuditCode.HARNESS_DIFFERS,
                baseline.harness().label(),
                candidate.harness().label(),
                1);
        differ(AuditCode.VM_DIFFERS, baseline.vmName(), candidate.vmName(), 1);
        boolean otherRelease = !release(baseline).equals(release(candidate));
        differ(
                otherRelease ? AuditCode.JDK_DIFFERS : AuditCode.JDK_UPDATE_DIFFERS,
                version(baseline),
                version(candidate),
                1);
        differ(AuditCode.HARNESS_DIFFERS, baseline.harnessVersion(), candidate.harnessVersion(), 1);
        settings(baseline.settings(), candidate.settings());
        flags(baseline, candidate);
        differ(
                AuditCode.WARM_UP_DIFFERS,
                span(baseline.warmupIterations(), baseline.warmupTime(), baseline.warmupBatchSize()),
                span(candidate.warmupIterations(), candidate.warmupTime(), candidate.warmupBatchSize()),
                1);
        differ(
                AuditCode.MEASUREMENT_DIFFERS,
                span(baseline.measurementIterations(), baseline.measurementTime(), baseline.measurementBatchSize()),
                span(candidate.measurementIterations(), candidate.measurementTime(), candidate.measurementBatchSize()),
                1);
        differ(AuditCode.FORK_COUNT_DIFFERS, count(baseline.forks()), count(candidate.forks()), 1);
    }

    /** Settings that both have. */
    private void settings(Map<String, String> baseline, Map<String, String> candidate) {
        baseline.forEach((name, before) -> {
            String after = candidate.getOrDefault(name, "");
            if (!after.isEmpty() && !after.equals(before)) {
                note(AuditCode.SETTING_DIFFERS, name + " " + before + " → " + after, 1);
            }
        });
    }

    private void flags(Setup baseline, Setup candidate) {
        SortedSet<String> before = comparable(baseline.jvmArgs());
        SortedSet<String> after = comparable(candidate.jvmArgs());
        if (!before.equals(after)) {
            note(AuditCode.FLAGS_DIFFER, without(before, after) + " → " + without(after, before), 1);
        }
    }

    private SortedSet<String> comparable(List<String> arguments) {
        return normalised.computeIfAbsent(arguments, given -> JvmFlags.of(given).comparable());
    }

    private static String without(SortedSet<String> these, SortedSet<String> those) {
        List<String> only =
                these.stream().filter(argument -> !those.contains(argument)).toList();
        String rest = only.size() > MOST_ARGUMENTS ? " and " + (only.size() - MOST_ARGUMENTS) + " more" : "";
        return only.isEmpty() ? "none" : only.stream().limit(MOST_ARGUMENTS).collect(Collectors.joining(" ")) + rest;
    }

    private void differ(AuditCode code, String before, String after, int benchmark) {
        if (!before.isEmpty() && !after.isEmpty() && !before.equals(after)) {
            note(code, before + " → " + after, benchmark);
        }
    }

    private void note(AuditCode code, String way, int benchmark) {
        Difference difference = differences.computeIfAbsent(code, first -> new Difference());
        difference.ways.add(way);
        difference.count += benchmark;
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        differences.forEach((code, difference) -> {
            String rest = difference.ways.size() > MOST_WAYS
                    ? ", and " + (difference.ways.size() - MOST_WAYS) + " more ways"
                    : "";
            findings.add(new Finding(
                    code,
                    code.title() + ": "
                            + difference.ways.stream().limit(MOST_WAYS).collect(Collectors.joining("; "))
                            + rest,
                    Math.min(difference.count, benchmarks),
                    benchmarks,
                    List.of()));
        });
        findings.sort(Comparator.comparing(Finding::severity)
                .thenComparing(Comparator.comparing(Finding::everywhere).reversed())
                .thenComparing(Finding::code));
        return findings;
    }

    private static String version(Setup setup) {
        return setup.vmVersion().isEmpty() ? setup.jdkVersion() : setup.vmVersion();
    }

    /** The feature release: 17 of 17.0.15, 8 of 1.8.0_402. */
    private static String release(Setup setup) {
        String version = setup.jdkVersion().isEmpty() ? setup.vmVersion() : setup.jdkVersion();
        String feature = version.startsWith("1.") ? version.substring(2) : version;
        int end = 0;
        while (end < feature.length() && Character.isDigit(feature.charAt(end))) {
            end++;
        }
        return feature.substring(0, end);
    }

    private static String span(int iterations, String time, int batch) {
        if (iterations < 0) {
            return "";
        }
        String text = iterations == 0 ? "none" : iterations + " × " + time;
        return batch > 1 ? text + ", batches of " + batch : text;
    }

    private static String count(int forks) {
        return forks < 0 ? "" : Integer.toString(forks);
    }

    private static String cores(ObservedMachine machine) {
        return machine.cores().isEmpty()
                ? ""
                : machine.cores() + (machine.cores().equals("1") ? " core" : " cores");
    }

    /** Rounded, since what a kernel reserves for itself differs from one start to the next. */
    private static String gibibytes(ObservedMachine machine) {
        return machine.memory().matches("\\d{1,18}")
                ? Math.round(Long.parseLong(machine.memory()) / (double) (1L << 30)) + " GiB"
                : "";
    }

    /** The differences of one code, and in how many benchmarks each occurs. */
    private static final class Difference {
        private final Set<String> ways = new LinkedHashSet<>();
        private int count;
    }
}
