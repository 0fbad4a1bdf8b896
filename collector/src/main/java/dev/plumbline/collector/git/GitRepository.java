package dev.plumbline.collector.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The repository that a folder belongs to. */
public final class GitRepository {

    private static final char FIELD = '\u001f';

    /** Full id, parents, committer date, author's name, subject; the subject last, since it may contain anything. */
    private static final String FORMAT = "--format=%H%x1f%P%x1f%cI%x1f%an%x1f%s";

    private static final int FIELDS = 5;

    private final GitCommand git;

    /** The repository around this folder, if there is one. */
    public GitRepository(Path folder) {
        this.git = new GitCommand(folder);
    }

    /** The full id that a name refers to, as in {@code HEAD} or {@code 3f722d5}; empty when git doesn't know it. */
    public Optional<String> resolve(String name) {
        if (name.startsWith("-")) {
            return Optional.empty();
        }
        String sha =
                git.run("rev-parse", "--verify", "--quiet", name + "^{commit}").text();
        return sha.isEmpty() ? Optional.empty() : Optional.of(sha);
    }

    /** The branch that is checked out; empty when the head is detached or this isn't a repository. */
    public Optional<String> branch() {
        String branch = git.run("symbolic-ref", "--quiet", "--short", "HEAD").text();
        return branch.isEmpty() ? Optional.empty() : Optional.of(branch);
    }

    /** The first-parent log from a commit, given by its id, backwards, at most this many commits. */
    public GitLog firstParentLog(String commit, int limit) {
        GitCommand.Answer answer =
                git.run("log", "--first-parent", "--no-color", "-n", Integer.toString(limit), FORMAT, commit, "--");
        if (!answer.succeeded()) {
            return new GitLog(List.of(), unreadable(commit, answer.complaint()));
        }
        List<LoggedCommit> commits = new ArrayList<>();
        answer.output()
                .lines()
                .map(GitRepository::commit)
                .flatMap(Optional::stream)
                .forEach(commits::add);
        boolean shallow = git.run("rev-parse", "--is-shallow-repository").text().equals("true");
        boolean cut = shallow && commits.size() < limit;
        if (cut && !commits.isEmpty()) {
            commits.set(commits.size() - 1, withTrueParent(commits.get(commits.size() - 1)));
        }
        return new GitLog(commits, cut ? shallow(commits.size()) : "");
    }

    /**
     * The commits after {@code good} up to and with {@code bad}, along first parents, oldest first; empty when {@code good} isn't an
     * ancestor of {@code bad}.
     */
    public List<LoggedCommit> between(String good, String bad) {
        if (!git.run("merge-base", "--is-ancestor", good, bad).succeeded()) {
            return List.of();
        }
        List<LoggedCommit> commits = new ArrayList<>();
        git.run("log", "--first-parent", "--reverse", "--no-color", FORMAT, good + ".." + bad, "--")
                .text()
                .lines()
                .map(GitRepository::commit)
                .flatMap(Optional::stream)
                .forEach(commits::add);
        return commits;
    }

    /**
     * A file as a commit left it.
     *
     * @param commit the commit that added or changed it
     * @param path its path in the repository
     */
    public record FileVersion(LoggedCommit commit, String path) {}

    /**
     * Every version of the files that match a pattern, along first parents, oldest first.
     *
     * @param pattern a path or a pattern as git takes it
     * @throws GitException when git refuses
     */
    public List<FileVersion> versions(String pattern) {
        GitCommand.Answer answer = git.run(
                "-c",
                "core.quotepath=off",
                "log",
                "--first-parent",
                "--reverse",
                "--no-color",
                "--diff-filter=AM",
                "--name-only",
                FORMAT,
                "HEAD",
                "--",
                ":(top,glob)" + pattern);
        if (!answer.succeeded()) {
            throw new GitException(answer.complaint());
        }
        List<FileVersion> versions = new ArrayList<>();
        Optional<LoggedCommit> commit = Optional.empty();
        for (String line : answer.output().lines().toList()) {
            if (line.indexOf(FIELD) >= 0) {
                commit = commit(line);
            } else if (!line.isBlank()) {
                commit.ifPresent(by -> versions.add(new FileVersion(by, line)));
            }
        }
        return versions;
    }

    /**
     * The text of a file at a revision.
     *
     * @throws GitException when git doesn't know it
     */
    public String content(String revision, String path) {
        if (revision.startsWith("-")) {
            throw new GitException("'" + revision + "' isn't a revision");
        }
        GitCommand.Answer answer = git.run("show", revision + ":" + path);
        if (!answer.succeeded()) {
            throw new GitException(answer.complaint());
        }
        return answer.output();
    }

    /** In a shallow clone the log shows its oldest commit without a parent; the commit itself still names it. */
    private LoggedCommit withTrueParent(LoggedCommit oldest) {
        String parent = git.run("cat-file", "commit", oldest.sha())
                .text()
                .lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.startsWith("parent "))
                .map(line -> line.substring("parent ".length()))
                .findFirst()
                .orElse("");
        return new LoggedCommit(oldest.sha(), parent, oldest.committedAt(), oldest.author(), oldest.subject());
    }

    private static Optional<LoggedCommit> commit(String line) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        for (int end = line.indexOf(FIELD); end >= 0 && fields.size() < FIELDS - 1; end = line.indexOf(FIELD, start)) {
            fields.add(line.substring(start, end));
            start = end + 1;
        }
        fields.add(line.substring(start));
        if (fields.size() != FIELDS) {
            return Optional.empty();
        }
        String parents = fields.get(1);
        int firstEnd = parents.indexOf(' ');
        return Optional.of(new LoggedCommit(
                fields.get(0),
                firstEnd < 0 ? parents : parents.substring(0, firstEnd),
                fields.get(2),
                fields.get(3),
                fields.get(4)));
    }

    private static String shallow(int commits) {
        return "the clone is shallow: " + (commits == 1 ? "only 1 commit" : commits + " commits")
                + " of history, so a baseline may not be found. Fetch more (actions/checkout: fetch-depth: 0;"
                + " elsewhere: git fetch --unshallow).";
    }

    private static String unreadable(String commit, String complaint) {
        String remedy = complaint.contains("dubious ownership")
                ? " Allow it: git config --global --add safe.directory '*'."
                : " Fetch it (actions/checkout: fetch-depth: 0) or run in the checked-out repository.";
        return "no history of commit " + commit + ": " + (complaint.isEmpty() ? "git gave no reason" : complaint) + "."
                + remedy + " Without it the run is placed by time.";
    }
}
