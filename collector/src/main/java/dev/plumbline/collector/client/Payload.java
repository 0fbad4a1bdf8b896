package dev.plumbline.collector.client;

import dev.plumbline.collector.folder.PackedFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is sent as one upload.
 *
 * @param document the file with the results, plain or gzip-compressed, or a folder of them
 * @param name the file's name as the user gave it
 * @param metadata where the results come from, as JSON
 */
public record Payload(Path document, String name, String metadata) {

    /** The document, gzip-compressed: as it is when it already was. */
    public InputStream compressed() throws IOException {
        if (Files.isDirectory(document)) {
            return PackedFolder.of(document).open();
        }
        return isCompressed() ? Files.newInputStream(document) : new GzipInput(Files.newInputStream(document));
    }

    private boolean isCompressed() throws IOException {
        try (InputStream stream = Files.newInputStream(document)) {
            return stream.read() == 0x1f && stream.read() == 0x8b;
        }
    }
}
