package dev.plumbline.analysis.audit;

import dev.plumbline.analysis.audit.Finding.Case;
import dev.plumbline.analysis.model.BenchmarkId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** What the checks have seen so far, by code: how many benchmarks, and the worst of them. */
final class Observations {

    private static final int LONGEST_DETAIL = 300;

    private final Map<AuditCode, Tally> tallies = new EnumMap<>(AuditCode.class);
    private BenchmarkId current = new BenchmarkId("none", Map.of(), dev.plumbline.analysis.model.Mode.THROUGHPUT, 1);
    private int benchmarks;

    /** Starts the observations of this benchmark. */
    void begin(BenchmarkId benchmark) {
        current = benchmark;
        benchmarks++;
    }

    /** Something that is the same whatever the benchmark. */
    void add(AuditCode code, String detail) {
        add(code, detail, 0, Map.of());
    }

    /**
     * Something about the current benchmark. A code counts once per benchmark; further details are added to the first.
     *
     * @param weight how bad it is, for the order among benchmarks
     * @param numbers the figures behind it
     */
    void add(AuditCode code, String detail, double weight, Map<String, Double> numbers) {
        String shown = detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL) + "…";
        tallies.computeIfAbsent(code, first -> new Tally())
                .add(new Weighted(weight, benchmarks, current, shown, numbers));
    }

    /** The findings, worst first: by severity, then by how many benchmarks they concern. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        tallies.forEach((code, tally) -> findings.add(tally.finding(code, benchmarks)));
        findings.sort(Comparator.comparing(Finding::severity)
                .thenComparing(Comparator.comparingInt(Finding::concerned).reversed())
                .thenComparing(Finding::code));
        return findings;
    }

    private record Weighted(
            double weight, int place, BenchmarkId benchmark, String detail, Map<String, Double> numbers) {

        static final Comparator<Weighted> LEAST_BAD_FIRST =
                Comparator.comparingDouble(Weighted::weight).thenComparing(Weighted::place, Comparator.reverseOrder());

        Case asCase(boolean alike) {
            return new Case(benchmark, alike ? "" : detail, numbers);
        }
    }

    /** One code's benchmarks. */
    private static final class Tally {

        private final PriorityQueue<Weighted> worst = new PriorityQueue<>(Weighted.LEAST_BAD_FIRST);
        private String common = "";
        private boolean alike = true;
        private int count;
        private int lastPlace;

        void add(Weighted seen) {
            if (seen.place == lastPlace) {
                return;
            }
            lastPlace = seen.place;
            if (count++ == 0) {
                common = seen.detail;
            }
            alike &= common.equals(seen.detail);
            worst.add(seen);
            if (worst.size() > Finding.MOST_CASES) {
                worst.remove();
            }
        }

        Finding finding(AuditCode code, int benchmarks) {
            List<Weighted> cases = new ArrayList<>(worst);
            cases.sort(Weighted.LEAST_BAD_FIRST.reversed());
            return new Finding(
                    code,
                    code.title() + (alike && !common.isEmpty() ? ": " + common : ""),
                    count,
                    benchmarks,
                    cases.stream().map(seen -> seen.asCase(alike)).toList());
        }
    }
}
