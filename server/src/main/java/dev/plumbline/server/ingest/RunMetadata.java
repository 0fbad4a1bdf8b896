package dev.plumbline.server.ingest;

import dev.plumbline.server.database.StoreException;
import dev.plumbline.server.database.StoredJson;
import dev.plumbline.server.history.CommitInfo;
import dev.plumbline.server.project.GitNames;
import dev.plumbline.server.pullrequest.PullRequests;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What an upload says about itself besides the results. Every text is checked here, so that the store accepts it as it is.
 *
 * @param branch the branch, 1 to 255 characters
 * @param commit the measured commit's hash, 7 to 64 hexadecimal digits; kept in lower case
 * @param environment the environment's label, 1 to 100 characters
 * @param key what distinguishes this upload from others of equal content; empty: branch, commit and environment
 * @param run what all uploads of one run are given, 1 to 200 characters; empty: the CI run and its attempt, as {@code ci} has them
 * @param pullRequest the forge's number, if the branch is a pull request's head
 * @param startedAt when the measurement began
 * @param commits the first-parent log, newest first, beginning with the measured commit; may be empty
 * @param observed what was observed of the machine, a JSON object
 * @param ci the CI run: provider, link, attempt, and title and author of its pull request; a JSON object
 * @param baseBranch the branch that the pull request would be merged into; empty: the project's base branch
 * @param role what it was measured for
 * @param pairedWith the run of the base version that was measured alternately with this one
 */
public record RunMetadata(
        String branch,
        String commit,
        String environment,
        Optional<String> key,
        Optional<String> run,
        OptionalInt pullRequest,
        Optional<Instant> startedAt,
        List<CommitInfo> commits,
        String observed,
        String ci,
        Optional<String> baseBranch,
        RunRole role,
        OptionalLong pairedWith) {

    /** The largest number of commits of a log that are accepted. */
    public static final int MOST_COMMITS = 5_000;

    private static final int LONGEST_ENVIRONMENT = 100;
    private static final int LONGEST_KEY = 500;
    private static final int LONGEST_RUN = 200;

    /** @throws StoreException {@code invalid-metadata}, naming the field and what it takes */
    public RunMetadata {
        GitNames.requireBranch("branch", branch);
        commit = GitNames.requireSha("commit", commit);
        GitNames.requireLine("environment", environment, LONGEST_ENVIRONMENT);
        key.ifPresent(text -> GitNames.requireLine("key", text, LONGEST_KEY));
        run.ifPresent(text -> GitNames.requireLine("run", text, LONGEST_RUN));
        if (pullRequest.isPresent() && pullRequest.getAsInt() < 1) {
            throw invalid("pullRequest", "is " + pullRequest.getAsInt() + ", expected a number of at least 1");
        }
        baseBranch.ifPresent(name -> GitNames.requireBranch("baseBranch", name));
        if (pairedWith.isPresent() && (pairedWith.getAsLong() < 1 || role == RunRole.PAIR_BASE)) {
            throw invalid("pairedWith", "takes the id of the pair's base run, and only the head's upload may have it");
        }
        if (commits.size() > MOST_COMMITS) {
            throw invalid("commits", "has " + commits.size() + " entries, at most " + MOST_COMMITS + " are allowed");
        }
        commits = commits.stream().map(RunMetadata::checked).toList();
        if (!commits.isEmpty() && !commits.get(0).sha().equals(commit)) {
            throw invalid(
                    "commits", "begins with " + commits.get(0).sha() + ", expected the measured commit " + commit);
        }
    }

    /** A measurement that belongs to no pair. */
    public RunMetadata(
            String branch,
            String commit,
            String environment,
            Optional<String> key,
            OptionalInt pullRequest,
            Optional<Instant> startedAt,
            List<CommitInfo> commits,
            String observed,
            String ci) {
        this(
                branch,
                commit,
                environment,
                key,
                Optional.empty(),
                pullRequest,
                startedAt,
                commits,
                observed,
                ci,
                Optional.empty(),
                RunRole.MEASUREMENT,
                OptionalLong.empty());
    }

    /** The text that identifies this upload among those of equal content. */
    String uploadKey() {
        String own = key.orElseGet(() -> branch + '\n' + commit + '\n' + environment);
        String ofRun = runName().map(name -> own + '\n' + name).orElse(own);
        return role == RunRole.MEASUREMENT ? ofRun : ofRun + '\n' + role.label();
    }

    /**
     * What the uploads of one run have in common: the name that was given, or the CI run and its attempt. Empty where neither is known;
     * and for a pair, each side of which is a run of its own.
     */
    Optional<String> runName() {
        return paired()
                ? Optional.empty()
                : run.map(name -> "run/" + name).or(() -> CiRunId.of(ci).map(CiRunId::name));
    }

    /** What it says of its pull request; title and author are CI's. */
    PullRequests.Uploaded ofPullRequest() {
        Map<String, String> said = StoredJson.flat(ci);
        return new PullRequests.Uploaded(
                commit,
                baseBranch,
                GitNames.clipped(said.getOrDefault("title", "")),
                GitNames.clipped(said.getOrDefault("author", "")));
    }

    /** Whether it is one of the two sides of a pair. */
    boolean paired() {
        return role == RunRole.PAIR_BASE || pairedWith.isPresent();
    }

    private static CommitInfo checked(CommitInfo commit) {
        return new CommitInfo(
                GitNames.requireSha("commits.sha", commit.sha()),
                commit.parent().map(parent -> GitNames.requireSha("commits.parent", parent)),
                commit.committedAt(),
                GitNames.clipped(commit.author()),
                GitNames.clipped(commit.subject()));
    }

    private static StoreException invalid(String field, String problem) {
        return new StoreException("invalid-metadata", field + " " + problem);
    }
}
