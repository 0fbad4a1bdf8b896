package dev.plumbline.analysis.report.change;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What a change was compared with.
 *
 * @param rung how it was chosen
 * @param commit the commit of the baseline's newest run; empty on the rung {@link Rung#NONE}
 * @param commits how many commits of the base branch are between it and the place where the change begins: 0 for the merge base
 *     itself; empty if that is not known
 * @param days whole days from its commit to the commit that is judged, 0 or more; empty if a time is not known
 * @param runs how many runs it has
 * @param elsewhere on the rung {@link Rung#NONE}: the environments that the base branch was measured in instead
 */
public record BaselineNote(
        Rung rung, String commit, OptionalInt commits, OptionalInt days, int runs, List<String> elsewhere) {

    /** There is nothing to compare with. */
    public static final BaselineNote NONE =
            new BaselineNote(Rung.NONE, "", OptionalInt.empty(), OptionalInt.empty(), 0);

    public BaselineNote {
        elsewhere = List.copyOf(elsewhere);
    }

    /** A baseline about which nothing more is known. */
    public BaselineNote(Rung rung, String commit, OptionalInt commits, OptionalInt days, int runs) {
        this(rung, commit, commits, days, runs, List.of());
    }

    /** How a baseline is chosen, best first. */
    public enum Rung {
        /** Measured alternately with the head, on the same machine. */
        PAIR,
        /** The commit at which the change leaves the base branch. */
        MERGE_BASE,
        /** The nearest commit before it that was measured. */
        NEAREST_ANCESTOR,
        /** The base branch's runs since its last change point. */
        SEGMENT,
        /** Nothing: not a pass. */
        NONE;

        /** The word in kebab case, as the API has it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether there is something to compare with. */
    public boolean known() {
        return rung != Rung.NONE;
    }
}
