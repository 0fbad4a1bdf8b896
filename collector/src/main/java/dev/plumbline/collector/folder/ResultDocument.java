package dev.plumbline.collector.folder;

import dev.plumbline.collector.recording.FlightRecording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is read and sent of a path that has results: a folder as its archive, a flight recording as its metrics, any other file as it is. */
public final class ResultDocument {

    private ResultDocument() {}

    /**
     * The document, from its first byte.
     *
     * @throws IOException when the path can't be read
     * @throws dev.plumbline.analysis.format.document.DocumentException when it has no results, or they are damaged
     */
    public static InputStream open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return PackedFolder.of(path).open();
        }
        return FlightRecording.is(path) ? FlightRecording.document(path) : Files.newInputStream(path);
    }
}
