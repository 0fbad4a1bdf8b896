package dev.plumbline.server.site.part;

import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.server.report.StoredVerdict;
import dev.plumbline.server.site.frame.Tone;

/** How verdicts are listed: by outcome, worst first, and those that had nothing to compare with by themselves. */
public enum VerdictKind {
    REGRESSED("regressed", "regressed", Tone.WORSE),
    IMPROVED("improved", "improved", Tone.BETTER),
    CHANGED("changed", "changed", Tone.UNKNOWN),
    INCONCLUSIVE("inconclusive", "can't be told", Tone.UNKNOWN),
    UNCHANGED("unchanged", "unchanged", Tone.NEUTRAL),
    NO_BASELINE("no-baseline", "without a baseline", Tone.UNKNOWN);

    private final String label;
    private final String words;
    private final Tone tone;

    VerdictKind(String label, String words, Tone tone) {
        this.label = label;
        this.words = words;
        this.tone = tone;
    }

    /** The kind of a verdict. */
    public static VerdictKind of(StoredVerdict verdict) {
        if (!verdict.verdict().hasBaseline()) {
            return NO_BASELINE;
        }
        return of(verdict.outcome());
    }

    private static VerdictKind of(Outcome outcome) {
        return switch (outcome) {
            case REGRESSED -> REGRESSED;
            case IMPROVED -> IMPROVED;
            case CHANGED -> CHANGED;
            case INCONCLUSIVE -> INCONCLUSIVE;
            case UNCHANGED -> UNCHANGED;
        };
    }

    /** Its word in addresses. */
    public String label() {
        return label;
    }

    /** As people read it behind a count: {@code 12 regressed}, {@code 3 without a baseline}. */
    public String words() {
        return words;
    }

    public Tone tone() {
        return tone;
    }

    /** Whether something changed, so that it is listed without being asked for. */
    public boolean moved() {
        return this == REGRESSED || this == IMPROVED || this == CHANGED;
    }
}
