package dev.plumbline.analysis.report.change;

import dev.plumbline.analysis.audit.AuditCode;
import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.analysis.model.Rung;
import dev.plumbline.analysis.report.verdict.Rows;
import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.text.PictureLink;
import dev.plumbline.analysis.threshold.BlockPolicy;
import dev.plumbline.analysis.threshold.MissingMode;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reports as a server would make them. */
final class Reports {

    static final String HEAD = "3f722d5c1a0b9e8d7c6b5a493827160f5e4d3c2b";
    static final String BASE = "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567";
    private static final String SITE = "https://perf.acme.example/projects/acme";

    static final BaselineNote MERGE_BASE =
            new BaselineNote(Rung.MERGE_BASE, BASE, OptionalInt.of(0), OptionalInt.of(2), 1);

    private Reports() {}

    static ChangeReport report(BlockPolicy policy, EnvironmentReport... environments) {
        return report(policy, MissingMode.NEUTRAL, environments);
    }

    static ChangeReport report(BlockPolicy policy, MissingMode missing, EnvironmentReport... environments) {
        return new ChangeReport(
                "acme",
                OptionalInt.of(42),
                HEAD,
                "main",
                List.of(environments),
                policy,
                missing,
                SITE + "/pull-requests/42");
    }

    static ChangeReport report(EnvironmentReport... environments) {
        return report(BlockPolicy.NONE, environments);
    }

    static EnvironmentReport environment(VerdictRow... rows) {
        return environment("ci-linux-x64", MERGE_BASE, rows);
    }

    static EnvironmentReport environment(String label, BaselineNote baseline, VerdictRow... rows) {
        List<ReportedSeries> series = new ArrayList<>();
        for (VerdictRow row : rows) {
            int number = series.size() + 1;
            series.add(new ReportedSeries(
                    row, SITE + "/series/" + number + "?branch=pull/42", Optional.of(picture("sparkline/" + number))));
        }
        boolean changed = series.stream().anyMatch(ReportedSeries::changed);
        return new EnvironmentReport(
                label,
                EnvironmentReport.State.JUDGED,
                List.of(new RunLink(17, SITE + "/runs/17")),
                RunTrust.TOKEN,
                baseline,
                (int) List.of(rows).stream().filter(VerdictRow::hasBaseline).count(),
                SuiteReport.NONE,
                series,
                List.of(),
                List.of(),
                List.of(),
                changed ? Optional.of(picture("report/17")) : Optional.empty());
    }

    static EnvironmentReport with(EnvironmentReport plain, List<Finding> findings, List<BenchmarkChange> benchmarks) {
        return new EnvironmentReport(
                plain.environment(),
                plain.state(),
                plain.runs(),
                plain.trust(),
                plain.baseline(),
                plain.comparisons(),
                plain.suite(),
                plain.series(),
                plain.observed(),
                findings,
                benchmarks,
                plain.forest());
    }

    static EnvironmentReport with(
            EnvironmentReport plain, RunTrust trust, SuiteReport suite, List<SuiteReport.Difference> observed) {
        return new EnvironmentReport(
                plain.environment(),
                plain.state(),
                plain.runs(),
                trust,
                plain.baseline(),
                plain.comparisons(),
                suite,
                plain.series(),
                observed,
                plain.findings(),
                plain.benchmarks(),
                plain.forest());
    }

    static EnvironmentReport in(EnvironmentReport plain, EnvironmentReport.State state) {
        return new EnvironmentReport(
                plain.environment(),
                state,
                plain.runs(),
                plain.trust(),
                BaselineNote.NONE,
                0,
                SuiteReport.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** A usual pull request: two slower, one faster, some unchanged, two noisy, one that allocates more. */
    static EnvironmentReport usual() {
        return with(
                environment(
                        Rows.time(
                                Outcome.REGRESSED,
                                "com.acme.text.Tokenizer.split",
                                Map.of("size", "1000"),
                                960e-9,
                                1240e-9),
                        Rows.allocation(Outcome.REGRESSED, "com.acme.text.Tokenizer.split", 1024, 1040),
                        Rows.time(
                                Outcome.REGRESSED,
                                "com.acme.text.Tokenizer.split",
                                Map.of("size", "10"),
                                12.1e-9,
                                12.9e-9),
                        Rows.time(Outcome.IMPROVED, "com.acme.json.Reader.parse", Map.of(), 3.12e-3, 2.71e-3),
                        Rows.time(Outcome.UNCHANGED, "com.acme.json.Writer.write", Map.of(), 1.5e-6, 1.501e-6),
                        Rows.allocation(Outcome.UNCHANGED, "com.acme.json.Writer.write", 96, 96),
                        Rows.noisy("com.acme.net.Client.call", 0.081, 12),
                        Rows.noisy("com.acme.net.Client.stream", 0.043, 7)),
                List.of(
                        new Finding(AuditCode.ONE_FORK, "A single fork", 2, 6, List.of()),
                        new Finding(AuditCode.SHORT_WARM_UP, "Warm-up of 3 s", 6, 6, List.of())),
                List.of(
                        new BenchmarkChange.Added(benchmark("com.acme.net.Client.upload")),
                        new BenchmarkChange.Removed(benchmark("com.acme.text.Trie.find"), "Ada"),
                        new BenchmarkChange.Renamed(
                                benchmark("com.acme.json.Reader.read"), benchmark("com.acme.json.FastReader.read"))));
    }

    static BenchmarkId benchmark(String name) {
        return new BenchmarkId(name, Map.of(), Mode.AVERAGE_TIME, 1);
    }

    private static PictureLink picture(String path) {
        String address = SITE + "/charts/" + path + ".svg?theme=";
        return new PictureLink(address + "light", address + "dark");
    }
}
