package dev.plumbline.collector.git;

import java.nio.file.Path;

/** A second checkout of a repository, in a folder of its own; the first checkout isn't touched. */
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
     * @param folder a folder that doesn't exist yet
     * @throws GitException with git's complaint
     */
    public static Worktree add(Path repository, Path folder, String commit) {
        GitCommand git = new GitCommand(repository);
        require(git.run("worktree", "add", "--quiet", "--detach", folder.toString(), commit));
        return new Worktree(git, folder);
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    /**
     * Checks another commit out, over whatever a build has changed; ignored files stay, for an incremental build.
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
