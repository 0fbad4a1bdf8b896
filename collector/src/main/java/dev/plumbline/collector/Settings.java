package dev.plumbline.collector;

import dev.plumbline.analysis.report.TableStyle;
import dev.plumbline.collector.client.ServerAddress;
import dev.plumbline.collector.client.Token;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks of an upload. A text that was not given is empty.
 *
 * @param server where to send to
 * @param project which project there
 * @param token what lets the results in
 * @param environment the environment's label
 * @param branch the branch
 * @param commit the commit, any name that git knows or 7 to 64 hexadecimal digits
 * @param pullRequest the pull request's number; 0 when not given
 * @param key the run key
 * @param history how many commits of first-parent log to send at most
 * @param spool where to keep what could not be sent; null for nowhere
 * @param retryFor how long to try
 * @param waitFor how long to wait for verdicts; zero for not at all
 * @param failOn the verdicts to fail on
 * @param json whether the result is to be JSON
 * @param style how it is drawn otherwise
 */
record Settings(
        ServerAddress server,
        String project,
        Token token,
        String environment,
        String branch,
        String commit,
        int pullRequest,
        String key,
        int history,
        @Nullable Path spool,
        Duration retryFor,
        Duration waitFor,
        Set<FailOn> failOn,
        boolean json,
        TableStyle style) {

    Settings {
        failOn = Set.copyOf(failOn);
    }
}
