package dev.plumbline.collector.verdict;

import dev.plumbline.analysis.report.missing.MissingBenchmarks;
import dev.plumbline.analysis.report.verdict.RunVerdicts;
import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.command.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Kinds of verdicts that can make the tool end with {@link ExitCode#VERDICT}. */
public enum FailOn {
    REGRESSION("regression") {
        @Override
        public boolean appliesTo(List<VerdictRow> rows) {
            return rows.stream().anyMatch(row -> row.outcome() == Outcome.REGRESSED);
        }

        @Override
        public boolean appliesTo(SuiteReport suite) {
            return suite.finding() && suite.outcome() == Outcome.REGRESSED;
        }
    },
    INCONCLUSIVE("inconclusive") {
        @Override
        public boolean appliesTo(List<VerdictRow> rows) {
            return rows.stream().anyMatch(row -> row.outcome() == Outcome.INCONCLUSIVE);
        }
    },
    NO_BASELINE("no-baseline") {
        @Override
        public boolean appliesTo(List<VerdictRow> rows) {
            return rows.stream().noneMatch(VerdictRow::hasBaseline);
        }
    },
    MISSING("missing") {
        @Override
        public boolean appliesTo(List<VerdictRow> rows) {
            return false;
        }

        @Override
        public boolean appliesTo(List<VerdictRow> rows, MissingBenchmarks missing) {
            return !missing.absences().isEmpty();
        }
    };

    private final String label;

    FailOn(String label) {
        this.label = label;
    }

    /** Whether one of these verdicts is of this kind. */
    public abstract boolean appliesTo(List<VerdictRow> rows);

    /** Whether one of these verdicts, or what has no number beside them, is of this kind. */
    public boolean appliesTo(List<VerdictRow> rows, MissingBenchmarks missing) {
        return appliesTo(rows);
    }

    /** Whether what the benchmarks did together is of this kind. */
    public boolean appliesTo(SuiteReport suite) {
        return false;
    }

    /** Whether the run is of this kind, by one of its series, by what is missing or as a suite. */
    public boolean appliesTo(RunVerdicts run) {
        return appliesTo(run.rows(), run.missing()) || appliesTo(run.summary().suite());
    }

    /** The kind that the user named. */
    public static FailOn ofLabel(String label) {
        Optional<FailOn> kind = Arrays.stream(values())
                .filter(value -> value.label.equals(label))
                .findFirst();
        return kind.orElseThrow(() -> new UsageException("unknown --fail-on '" + label + "'; use "
                + Arrays.stream(values()).map(value -> value.label).collect(Collectors.joining(", "))));
    }
}
