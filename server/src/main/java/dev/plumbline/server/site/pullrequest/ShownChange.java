package dev.plumbline.server.site.pullrequest;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.rename.RenameOffer;
import dev.plumbline.analysis.report.change.BenchmarkChange;
import dev.plumbline.analysis.report.change.ChangeReport;
import dev.plumbline.analysis.report.missing.Absence;
import dev.plumbline.server.judging.Baseline;
import dev.plumbline.server.rename.RenameOfferQueries;
import dev.plumbline.server.report.StoredReport;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A change as its page shows it.
 *
 * @param report what it did
 * @param stored what the report is made of, in the same order
 * @param renames the renames that are certain, by the environment's label
 */
record ShownChange(ChangeReport report, StoredReport stored, Map<String, List<RenameOffer>> renames) {

    ShownChange {
        renames = Map.copyOf(renames);
    }

    static ShownChange of(ChangeReport report, StoredReport stored, RenameOfferQueries offers, long projectId) {
        Map<String, List<RenameOffer>> renames = new HashMap<>();
        for (StoredReport.Run run : stored.runs()) {
            renames.put(run.environment(), renames(run, offers, projectId));
        }
        return new ShownChange(report, stored, renames);
    }

    private static List<RenameOffer> renames(StoredReport.Run run, RenameOfferQueries offers, long projectId) {
        long before = run.baseline().map(Baseline::run).orElse(0L);
        if (before == 0) {
            return List.of();
        }
        Set<BenchmarkId> gone = new HashSet<>();
        Set<BenchmarkId> come = new HashSet<>();
        for (BenchmarkChange change : run.benchmarks()) {
            switch (change) {
                case BenchmarkChange.Added added -> come.add(added.benchmark());
                case BenchmarkChange.Renamed renamed -> {
                    gone.add(renamed.before());
                    come.add(renamed.after());
                }
                case BenchmarkChange.Absent absent -> {
                    if (absent.absence() instanceof Absence.Missing missing) {
                        gone.add(missing.benchmark());
                    }
                }
                case BenchmarkChange.Removed ignored -> {}
            }
        }
        List<Long> after = run.baseline().map(Baseline::candidates).orElseGet(() -> List.of(run.id()));
        return offers.between(projectId, List.of(before), after, gone, come);
    }
}
