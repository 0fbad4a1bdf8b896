package dev.plumbline.collector.upload;

import dev.plumbline.analysis.text.TableStyle;
import dev.plumbline.collector.access.ServerAccess;
import dev.plumbline.collector.provenance.StatedOrigin;
import dev.plumbline.collector.verdict.FailOn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants from an upload.
 *
 * @param access where to send to
 * @param origin where the measurement comes from
 * @param key what the same content is stored once under; empty when not given
 * @param run the name of the run that the files are part of; empty when not given
 * @param spool where to keep what couldn't be sent; null for nowhere
 * @param waitFor how long to wait for verdicts; zero for not at all
 * @param failOn the verdicts to fail on
 * @param json whether the result is to be JSON
 * @param style how it is drawn otherwise
 */
public record UploadSettings(
        ServerAccess access,
        StatedOrigin origin,
        String key,
        String run,
        @Nullable Path spool,
        Duration waitFor,
        Set<FailOn> failOn,
        boolean json,
        TableStyle style) {

    public UploadSettings {
        failOn = Set.copyOf(failOn);
    }
}
