package dev.plumbline.collector.provenance;

import dev.plumbline.collector.command.UsageException;
import picocli.CommandLine.Option;

/** Where a measurement comes from: the options of everything that is uploaded. */
public final class OriginOptions {

    private static final int LONGEST_ENVIRONMENT = 100;
    private static final int MOST_HISTORY = 5000;

    @Option(
            names = "--environment",
            paramLabel = "LABEL",
            description = "A label for machines whose runs are comparable, such as ci-linux-x64. Default: system and"
                    + " processor, such as linux-x64.")
    private String environment = "";

    @Option(names = "--branch", paramLabel = "NAME", description = "The branch. Default: from CI or git.")
    private String branch = "";

    @Option(names = "--pull-request", paramLabel = "N", description = "The pull request. Default: from CI.")
    private int pullRequest;

    @Option(
            names = "--base-branch",
            paramLabel = "NAME",
            description = "The pull request's target branch. Default: from CI.")
    private String baseBranch = "";

    @Option(
            names = "--history",
            paramLabel = "N",
            description =
                    "Send at most this many commits of first-parent log, which the server uses to find the baseline."
                            + " Default: 200.")
    private int history = 200;

    /**
     * What the options say, with the commit that one of the command's own options names.
     *
     * @throws UsageException when a value can't be used
     */
    public StatedOrigin stated(String commit) {
        return new StatedOrigin(
                label(),
                branch.strip(),
                commit.strip(),
                UsageException.atLeastZero("--pull-request", pullRequest),
                baseBranch.strip(),
                Math.min(UsageException.atLeastZero("--history", history), MOST_HISTORY));
    }

    private String label() {
        String label = environment.strip();
        if (label.length() > LONGEST_ENVIRONMENT || label.chars().anyMatch(Character::isISOControl)) {
            throw new UsageException(
                    "--environment is a label of at most " + LONGEST_ENVIRONMENT + " characters on one line");
        }
        return label;
    }
}
