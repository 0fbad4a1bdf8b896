package dev.plumbline.server.http;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How this server speaks HTTP.
 *
 * @param https whether people reach it by https
 * @param behindProxy whether {@code X-Forwarded-For} is trusted
 * @param uploadFolder where bodies of uploads are kept while they are processed; it exists
 * @param uploadBytes the largest body of an upload
 * @param uploadTime the time that a body may take
 * @param requestsPerMinute requests of one client; 0 for no limit
 * @param readThreads threads that read the database
 * @param uploadThreads threads that store uploads
 * @param waiting requests that may wait for one of them
 */
public record HttpSettings(
        boolean https,
        boolean behindProxy,
        Path uploadFolder,
        long uploadBytes,
        Duration uploadTime,
        int requestsPerMinute,
        int readThreads,
        int uploadThreads,
        int waiting) {}
