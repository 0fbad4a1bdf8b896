package dev.plumbline.collector.client;

import dev.plumbline.collector.folder.ResultDocument;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * What is sent as one upload.
 *
 * @param document the file with the results, plain or gzip-compressed, a recording or a folder of them
 * @param name the file's name as the user gave it
 * @param metadata where the results come from, as JSON
 */
public record Payload(Path document, String name, String metadata) {

    /** The document, gzip-compressed: as it is when it already was. */
    public InputStream compressed() throws IOException {
        BufferedInputStream stream = new BufferedInputStream(ResultDocument.open(document));
        stream.mark(2);
        boolean isCompressed = stream.read() == 0x1f && stream.read() == 0x8b;
        stream.reset();
        return isCompressed ? stream : new CompressedInput(stream);
    }
}
