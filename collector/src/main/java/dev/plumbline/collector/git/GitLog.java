package dev.plumbline.collector.git;

import java.util.List;

/**
 * A first-parent log, newest first.
 *
 * @param commits the commits; empty when git can't list them
 * @param warning what the user should know and do about it; empty for nothing
 */
public record GitLog(List<LoggedCommit> commits, String warning) {

    public GitLog {
        commits = List.copyOf(commits);
    }
}
