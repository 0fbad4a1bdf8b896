package dev.plumbline.analysis.report.change;

import dev.plumbline.analysis.model.Rung;
import java.util.List;
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

    /** Whether there is something to compare with. */
    public boolean known() {
        return rung != Rung.NONE;
    }
}
