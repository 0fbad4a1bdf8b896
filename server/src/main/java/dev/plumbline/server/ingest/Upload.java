package dev.plumbline.server.ingest;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.model.RunTrust;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A document to be stored.
 *
 * @param projectId the project
 * @param metadata what the upload says about itself
 * @param format the format that the document is said to have; empty: the one that its content shows
 * @param document the document as it was received, plain or gzip; the caller removes it afterwards
 * @param trust how its upload was authenticated
 * @param held whether its run waits to be judged until an upload comes that isn't held: part of a history, of which every run is
 *     to be judged once
 */
public record Upload(
        long projectId,
        RunMetadata metadata,
        Optional<ResultFormat> format,
        Path document,
        RunTrust trust,
        boolean held) {

    /** An upload whose run is judged at once. */
    public Upload(long projectId, RunMetadata metadata, Optional<ResultFormat> format, Path document, RunTrust trust) {
        this(projectId, metadata, format, document, trust, false);
    }

    /** An upload that a token authenticated. */
    public Upload(long projectId, RunMetadata metadata, ResultFormat format, Path document) {
        this(projectId, metadata, Optional.of(format), document, RunTrust.TOKEN);
    }

    /**
     * The text that identifies this one among uploads of equal content. A quarantined one is only ever the same as one of the same
     * commit of the same pull request.
     */
    String uploadKey() {
        String own = metadata.uploadKey();
        return trust == RunTrust.QUARANTINED
                ? own + '\n' + metadata.pullRequest().orElse(0) + '\n' + metadata.commit()
                : own;
    }

    /** What the uploads of its run have in common; empty where nothing was said of it. */
    Optional<String> runName() {
        return metadata.runName();
    }

    /** Whether other runs may be compared with it. */
    boolean baselineEligible() {
        return trust != RunTrust.QUARANTINED
                && metadata.pullRequest().isEmpty()
                && metadata.pairedWith().isEmpty()
                && metadata.role() == RunRole.MEASUREMENT;
    }
}
