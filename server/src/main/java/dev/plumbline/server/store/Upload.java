package dev.plumbline.server.store;

import dev.plumbline.analysis.format.ResultFormat;
import java.nio.file.Path;

/**
 * A document that waits to be stored.
 *
 * @param projectId the project
 * @param metadata what the upload says of itself
 * @param format what the document is
 * @param document the document as it came, plain or gzip; the caller removes it afterwards
 */
public record Upload(long projectId, RunMetadata metadata, ResultFormat format, Path document) {}
