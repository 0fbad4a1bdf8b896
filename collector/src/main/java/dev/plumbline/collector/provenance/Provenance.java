package dev.plumbline.collector.provenance;

import dev.plumbline.collector.ci.CiBuild;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.git.GitLog;
import dev.plumbline.collector.git.GitRepository;
import dev.plumbline.collector.git.LoggedCommit;
import dev.plumbline.collector.terminal.Console;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where results come from.
 *
 * @param commit the measured commit, in full if git knows it
 * @param branch its branch
 * @param pullRequest the pull request's number; 0 for none
 * @param baseBranch the branch that the pull request is for; empty if that is not known
 * @param history the first-parent log, newest first
 * @param build the CI system's build
 */
public record Provenance(
        String commit, String branch, int pullRequest, String baseBranch, List<LoggedCommit> history, CiBuild build) {

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");

    public Provenance {
        history = List.copyOf(history);
    }

    /**
     * What the user says, otherwise the CI system, otherwise the repository.
     *
     * @param stated what the user says
     * @param build what the CI system says
     * @param repository the checked-out repository
     * @param console gets a warning if history is missing
     * @throws UsageException when commit or branch can't be found out
     */
    public static Provenance find(StatedOrigin stated, CiBuild build, GitRepository repository, Console console) {
        String commit = commit(stated.commit(), build, repository);
        String branch = branch(stated, build, repository);
        GitLog log =
                stated.history() == 0 ? new GitLog(List.of(), "") : repository.firstParentLog(commit, stated.history());
        if (!log.warning().isEmpty()) {
            console.warning(log.warning());
        }
        int pullRequest = stated.pullRequest() > 0 ? stated.pullRequest() : build.pullRequest();
        String baseBranch = stated.baseBranch().isEmpty() ? build.baseBranch() : stated.baseBranch();
        return new Provenance(commit, branch, pullRequest, baseBranch, log.commits(), build);
    }

    /**
     * The commit that the user names, otherwise the CI system's, otherwise the one that is checked out.
     *
     * @param given what the user says; empty for nothing
     * @throws UsageException when it can't be found out
     */
    public static String commit(String given, CiBuild build, GitRepository repository) {
        String named = given.isEmpty() ? build.commit() : given;
        if (named.isEmpty() && build.pullRequest() > 0) {
            throw new UsageException("the build is for pull request " + build.pullRequest()
                    + ", but its head commit isn't known; set --commit (or PLUMBLINE_COMMIT)");
        }
        String commit =
                repository.resolve(named.isEmpty() ? "HEAD" : named).orElseGet(() -> named.toLowerCase(Locale.ROOT));
        if (commit.isEmpty()) {
            throw new UsageException("there is no git repository here to find the measured commit;"
                    + " set --commit (or PLUMBLINE_COMMIT)");
        }
        if (!COMMIT.matcher(commit).matches()) {
            throw new UsageException("'" + commit + "' isn't a commit in this repository;"
                    + " set 7 to 64 hexadecimal digits with --commit (or PLUMBLINE_COMMIT)");
        }
        return commit;
    }

    private static String branch(StatedOrigin stated, CiBuild build, GitRepository repository) {
        if (!stated.branch().isEmpty()) {
            return stated.branch();
        }
        if (!build.branch().isEmpty()) {
            return build.branch();
        }
        return repository
                .branch()
                .orElseThrow(() -> new UsageException("no branch is checked out here (a tag or a detached head);"
                        + " set --branch (or PLUMBLINE_BRANCH)"));
    }
}
