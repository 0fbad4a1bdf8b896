package dev.plumbline.collector;

import dev.plumbline.analysis.text.TableStyle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks of an upload.
 *
 * @param access where to send to
 * @param origin where the measurement comes from
 * @param key the run key; empty when not given
 * @param spool where to keep what could not be sent; null for nowhere
 * @param waitFor how long to wait for verdicts; zero for not at all
 * @param failOn the verdicts to fail on
 * @param json whether the result is to be JSON
 * @param style how it is drawn otherwise
 */
record Settings(
        ServerAccess access,
        StatedOrigin origin,
        String key,
        @Nullable Path spool,
        Duration waitFor,
        Set<FailOn> failOn,
        boolean json,
        TableStyle style) {

    Settings {
        failOn = Set.copyOf(failOn);
    }
}
