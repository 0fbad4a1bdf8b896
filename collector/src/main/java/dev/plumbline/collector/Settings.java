package dev.plumbline.collector;

import dev.plumbline.analysis.text.TableStyle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks of an upload. A text that was not given is empty.
 *
 * @param access where to send to
 * @param environment the environment's label
 * @param branch the branch
 * @param commit the commit, any name that git knows or 7 to 64 hexadecimal digits
 * @param pullRequest the pull request's number; 0 when not given
 * @param baseBranch the branch that the pull request is for
 * @param key the run key
 * @param history how many commits of first-parent log to send at most
 * @param spool where to keep what could not be sent; null for nowhere
 * @param waitFor how long to wait for verdicts; zero for not at all
 * @param failOn the verdicts to fail on
 * @param json whether the result is to be JSON
 * @param style how it is drawn otherwise
 */
record Settings(
        ServerAccess access,
        String environment,
        String branch,
        String commit,
        int pullRequest,
        String baseBranch,
        String key,
        int history,
        @Nullable Path spool,
        Duration waitFor,
        Set<FailOn> failOn,
        boolean json,
        TableStyle style) {

    Settings {
        failOn = Set.copyOf(failOn);
    }
}
