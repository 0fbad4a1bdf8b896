package dev.plumbline.collector;

import dev.plumbline.analysis.detect.Outcome;
import dev.plumbline.analysis.report.RunVerdicts;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Kinds of verdicts that can make the tool end with {@link ExitCode#VERDICT}. */
enum FailOn {
    REGRESSION("regression") {
        @Override
        boolean appliesTo(RunVerdicts run) {
            return !run.with(Outcome.REGRESSED).isEmpty();
        }
    },
    INCONCLUSIVE("inconclusive") {
        @Override
        boolean appliesTo(RunVerdicts run) {
            return !run.with(Outcome.INCONCLUSIVE).isEmpty();
        }
    },
    NO_BASELINE("no-baseline") {
        @Override
        boolean appliesTo(RunVerdicts run) {
            return run.nothingCompared();
        }
    };

    private final String label;

    FailOn(String label) {
        this.label = label;
    }

    /** Whether the run has such a verdict. */
    abstract boolean appliesTo(RunVerdicts run);

    /** The kind that the user named. */
    static FailOn ofLabel(String label) {
        Optional<FailOn> kind = Arrays.stream(values())
                .filter(value -> value.label.equals(label))
                .findFirst();
        return kind.orElseThrow(() -> new UsageException("--fail-on does not know '" + label + "'; it knows "
                + Arrays.stream(values()).map(value -> value.label).collect(Collectors.joining(", "))));
    }
}
