package dev.plumbline.collector.git;

import java.nio.file.Path;

/** A second checkout of a repository, in a folder of its own; what is checked out in the first stays as it is. */
public final class Worktree implements AutoCloseable {

    private final GitCommand repository;
    private final GitCommand checkout;
    private final Path folder;

    private Worktree(GitCommand repository, Path folder) {
        this.repository = repository;
        this.checkout = new GitCommand(folder);
        this.folder = folder;
    }

    /**
     * A checkout of this commit.
     *
     * @param repository a folder of the repository
     * @param folder that is not there yet
     * @throws GitException with git's complaint
     */
    public static Worktree add(Path repository, Path folder, String commit) {
        GitCommand git = new GitCommand(repository);
        require(git.run("worktree", "add", "--quiet", "--detach", folder.toString(), commit));
        return new Worktree(git, folder);
    }

    /** Where it lies. */
    public Path folder() {
        return folder;
    }

    /**
     * Checks another commit out, over whatever a build has changed; what git ignores stays, for a build that goes on from it.
     *
     * @throws GitException with git's complaint
     */
    public void checkout(String commit) {
        require(checkout.run("checkout", "--quiet", "--force", "--detach", commit));
    }

    /** Removes it. */
    @Override
    public void close() {
        repository.run("worktree", "remove", "--force", folder.toString());
    }

    private static void require(GitCommand.Answer answer) {
        if (!answer.succeeded()) {
            throw new GitException(answer.complaint());
        }
    }
}
