package dev.plumbline.server.forges;

import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.product.RepositoryPages;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The addresses of what a project's repository has on its forge. Everything that links to a forge asks here; where no forge is known,
 * there is no address.
 *
 * @param pages the repository's pages; empty if no forge is known
 * @param baseBranch the project's base branch
 */
public record ForgeLinks(Optional<RepositoryPages> pages, String baseBranch) {

    /** No forge is known. */
    public static final ForgeLinks NONE = new ForgeLinks(Optional.empty(), "");

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{7,64}");

    /**
     * A repository's.
     *
     * @param page the address of the repository's page, without a slash at its end
     */
    public static ForgeLinks of(ForgeKind kind, String page, String baseBranch) {
        return new ForgeLinks(Optional.of(kind.product().pages(page)), baseBranch);
    }

    /** The repository. */
    public Optional<String> repository() {
        return pages.map(RepositoryPages::repository);
    }

    /** A commit. */
    public Optional<String> commit(String sha) {
        return pages.filter(known -> isHash(sha)).map(known -> known.commit(sha));
    }

    /** The commits after one, up to and including another; empty if both are the same. */
    public Optional<String> range(String after, String upTo) {
        return pages.filter(known -> isHash(after) && isHash(upTo) && !after.equals(upTo))
                .map(known -> known.range(after, upTo));
    }

    /** A branch of the repository. One that came with a fork's pull request isn't one. */
    public Optional<String> branch(String name) {
        return pages.filter(known -> !name.isEmpty() && !name.contains(":")).map(known -> known.branch(name));
    }

    /** A pull request. */
    public Optional<String> pullRequest(int number) {
        return pages.filter(known -> number > 0).map(known -> known.pullRequest(number));
    }

    /** The pull request, if there is one, otherwise the branch. */
    public Optional<String> branchOrPullRequest(String branch, OptionalInt pullRequest) {
        return pullRequest.isPresent() ? pullRequest(pullRequest.getAsInt()) : branch(branch);
    }

    /** The commits of an author on the base branch; empty without a name. */
    public Optional<String> author(String name) {
        return pages.filter(known -> !name.isBlank()).map(known -> known.author(name, baseBranch));
    }

    /** Whether a text can be a commit's hash, or the beginning of one, and not the name of a branch. */
    public static boolean isHash(String sha) {
        return HASH.matcher(sha).matches();
    }
}
