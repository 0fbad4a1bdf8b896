package dev.plumbline.server.site.part;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.history.HistoryChoices.Branch;
import dev.plumbline.server.site.frame.Choice;
import java.util.List;
import java.util.Optional;

/** How branches appear in addresses and selectors: by name, a pull request's head as {@code pull/12}. */
public final class BranchChoices {

    private BranchChoices() {}

    /** The branch of an address, or the first of the list if the address names none that exists. */
    public static Optional<Branch> chosen(List<Branch> branches, String value) {
        return branches.stream()
                .filter(branch -> value(branch).equals(value))
                .findFirst()
                .or(() -> branches.stream().findFirst());
    }

    public static List<Choice> choices(List<Branch> branches, Optional<Branch> chosen) {
        return branches.stream()
                .map(branch -> new Choice(
                        value(branch),
                        label(branch),
                        chosen.isPresent() && chosen.get().id() == branch.id()))
                .toList();
    }

    /** The value in the address; empty for the first of the list, which isn't mentioned. */
    public static String parameter(List<Branch> branches, Branch chosen) {
        return branches.get(0).id() == chosen.id() ? "" : value(chosen);
    }

    public static String label(Branch branch) {
        String name = Printable.line(branch.name());
        return branch.pullRequest().isPresent()
                ? name + " (#" + branch.pullRequest().getAsInt() + ")"
                : name;
    }

    private static String value(Branch branch) {
        return branch.pullRequest().isPresent() ? "pull/" + branch.pullRequest().getAsInt() : branch.name();
    }
}
