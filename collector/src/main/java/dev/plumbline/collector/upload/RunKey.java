package dev.plumbline.collector.upload;

import dev.plumbline.collector.ci.CiBuild;
import dev.plumbline.collector.provenance.Provenance;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The key that is used when the user gives none: sending the same measurement again gives the same key. */
public final class RunKey {

    private static final int LONGEST = 200;

    private RunKey() {}

    /**
     * In CI made from what identifies the build, its attempt and its job, the environment and the file; elsewhere from the content,
     * so that measuring again is another upload and sending again is not.
     *
     * @param contentHash the document's SHA-256 in hexadecimal digits
     */
    public static String of(Provenance provenance, String environment, String fileName, String contentHash) {
        CiBuild build = provenance.build();
        String key = build.known() && !build.runId().isEmpty()
                ? String.join(
                        "/",
                        build.provider(),
                        build.runId(),
                        Integer.toString(build.attempt()),
                        build.job(),
                        environment,
                        fileName)
                : String.join("/", "content", contentHash, provenance.commit(), environment);
        return key.length() <= LONGEST
                ? key
                : key.substring(0, LONGEST - 37) + "/" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }
}
