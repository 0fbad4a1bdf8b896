package dev.plumbline.server.page;

import dev.plumbline.analysis.report.Printable;
import dev.plumbline.server.store.HistoryChoices.Branch;
import java.util.List;
import java.util.Optional;

/** How branches stand in addresses and selectors: by name, a pull request's head as {@code pull/12}. */
public final class BranchChoices {

    private BranchChoices() {}

    /** The branch of an address, the first of the list where the address names none that is there. */
    public static Optional<Branch> chosen(List<Branch> branches, String value) {
        return branches.stream()
                .filter(branch -> value(branch).equals(value))
                .findFirst()
                .or(() -> branches.stream().findFirst());
    }

    static List<Choice> choices(List<Branch> branches, Optional<Branch> chosen) {
        return branches.stream()
                .map(branch -> new Choice(
                        value(branch),
                        label(branch),
                        chosen.isPresent() && chosen.get().id() == branch.id()))
                .toList();
    }

    /** What the address carries; empty for the first of the list, which needs no mention. */
    static String parameter(List<Branch> branches, Branch chosen) {
        return branches.get(0).id() == chosen.id() ? "" : value(chosen);
    }

    static String label(Branch branch) {
        String name = Printable.line(branch.name());
        return branch.pullRequest().isPresent()
                ? name + " (#" + branch.pullRequest().getAsInt() + ")"
                : name;
    }

    private static String value(Branch branch) {
        return branch.pullRequest().isPresent() ? "pull/" + branch.pullRequest().getAsInt() : branch.name();
    }
}
