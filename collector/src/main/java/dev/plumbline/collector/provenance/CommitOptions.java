package dev.plumbline.collector.provenance;

import dev.plumbline.collector.command.UsageException;
import picocli.CommandLine.Option;

/** Which commit's verdict is asked for: the options of everything that waits for one. */
public final class CommitOptions {

    @Option(names = "--commit", paramLabel = "ID", description = "The measured commit. Default: from CI or git.")
    private String commit = "";

    @Option(names = "--pull-request", paramLabel = "N", description = "The pull request. Default: from CI.")
    private int pullRequest;

    /** The commit; empty when not given. */
    public String commit() {
        return commit.strip();
    }

    /**
     * The pull request's number; 0 when not given.
     *
     * @throws UsageException when it is negative
     */
    public int pullRequest() {
        return UsageException.atLeastZero("--pull-request", pullRequest);
    }
}
