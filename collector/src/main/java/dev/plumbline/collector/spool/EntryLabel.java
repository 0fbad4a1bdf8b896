package dev.plumbline.collector.spool;

import dev.plumbline.collector.client.Checksum;
import dev.plumbline.collector.client.Payload;
import dev.plumbline.collector.json.JsonText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What an entry says about itself.
 *
 * @param version the version of the format; {@link #VERSION} is the known one
 * @param server the server it is for
 * @param project the project there
 * @param file the name that the user gave the document
 * @param documentHash the document's SHA-256
 * @param metadataHash the metadata's SHA-256
 * @param keptAt when it was kept, ISO 8601
 */
record EntryLabel(
        int version,
        String server,
        String project,
        String file,
        String documentHash,
        String metadataHash,
        String keptAt) {

    static final int VERSION = 1;
    static final String DOCUMENT = "document.json.gz";
    static final String METADATA = "metadata.json";
    private static final String LABEL = "entry.json";

    void write(Path entry) throws IOException {
        Files.writeString(entry.resolve(LABEL), JsonText.write(this));
    }

    static EntryLabel read(Path entry) throws IOException, BrokenEntryException {
        EntryLabel label = JsonText.read(text(entry.resolve(LABEL)), EntryLabel.class)
                .orElseThrow(() -> new BrokenEntryException(LABEL + " isn't valid JSON"));
        if (label.version() != VERSION) {
            throw new BrokenEntryException(LABEL + " has an unknown version");
        }
        return label;
    }

    /** The entry's payload, once its files are found to be unchanged. */
    Payload verified(Path entry) throws IOException, BrokenEntryException {
        Path document = entry.resolve(DOCUMENT);
        Path metadata = entry.resolve(METADATA);
        if (!Checksum.of(document).equals(documentHash)) {
            throw new BrokenEntryException(DOCUMENT + " was modified or truncated");
        }
        if (!Checksum.of(metadata).equals(metadataHash)) {
            throw new BrokenEntryException(METADATA + " was modified or truncated");
        }
        return new Payload(document, file, text(metadata));
    }

    private static String text(Path file) throws IOException, BrokenEntryException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException notText) {
            throw new BrokenEntryException(file.getFileName() + " isn't text");
        }
    }
}
