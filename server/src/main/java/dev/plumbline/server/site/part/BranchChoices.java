package dev.plumbline.server.site.part;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.history.HistoryChoices.Branch;
import dev.plumbline.server.site.frame.Choice;
import java.util.List;
import java.util.Optional;

/** How branches appear in addresses and selectors: by name, a pull request's head as {@code pull/12}. */
public final class BranchChoices {

    private BranchChoices() {}

    public static List<Choice> choices(List<Branch> branches, Optional<Branch> chosen) {
        return branches.stream()
                .map(branch -> new Choice(
                        value(branch),
                        label(branch),
                        chosen.isPresent() && chosen.get().id() == branch.id()))
                .toList();
    }

    private static String label(Branch branch) {
        String name = Printable.line(branch.name());
        return branch.pullRequest().isPresent()
                ? name + " (#" + branch.pullRequest().getAsInt() + ")"
                : name;
    }

    private static String value(Branch branch) {
        return branch.pullRequest().isPresent() ? "pull/" + branch.pullRequest().getAsInt() : branch.name();
    }
}
