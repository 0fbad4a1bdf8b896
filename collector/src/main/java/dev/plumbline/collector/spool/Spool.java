package dev.plumbline.collector.spool;

import dev.plumbline.collector.client.Checksum;
import dev.plumbline.collector.client.Payload;
import dev.plumbline.collector.client.ServerAddress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder of uploads that couldn't be sent, each in a subfolder with the document, its metadata and a label that says where
 * it has to be sent. An entry is written completely or not at all; one that turns out to be broken or is rejected is moved to {@code
 * set-aside}, so that nothing is lost and nothing is blocked. Tokens are never written. Processes that share the folder
 * don't interfere: what two of them send is stored once.
 */
public final class Spool {

    private static final String ENTRY = "run-";
    private static final String INCOMING = ".incoming-";
    private static final String SET_ASIDE = "set-aside";

    private final Path folder;
    private final Clock clock;
    private final Consumer<String> messages;

    /** The spool in this folder, which is created when something has to be kept. */
    public Spool(Path folder, Clock clock, Consumer<String> messages) {
        this.folder = folder;
        this.clock = clock;
        this.messages = messages;
    }

    /** Keeps an upload for a project of a server and returns where. */
    public Path keep(ServerAddress server, String project, Payload payload) throws IOException {
        Path incoming = Files.createDirectories(folder.resolve(INCOMING + UUID.randomUUID()));
        Path document = incoming.resolve(EntryLabel.DOCUMENT);
        try (InputStream content = payload.compressed()) {
            Files.copy(content, document);
        }
        Files.writeString(incoming.resolve(EntryLabel.METADATA), payload.metadata());
        new EntryLabel(
                        EntryLabel.VERSION,
                        server.base(),
                        project,
                        payload.name(),
                        Checksum.of(document),
                        Checksum.of(incoming.resolve(EntryLabel.METADATA)),
                        clock.instant().toString())
                .write(incoming);
        String name =
                ENTRY + clock.millis() + "-" + UUID.randomUUID().toString().substring(0, 8);
        return Files.move(incoming, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The entries for this project of this server, oldest first. Broken entries are set aside. */
    public List<SpoolEntry> waiting(ServerAddress server, String project) throws IOException {
        List<SpoolEntry> waiting = new ArrayList<>();
        for (Path entry : entries()) {
            try {
                EntryLabel label = EntryLabel.read(entry);
                if (label.server().equals(server.base()) && label.project().equals(project)) {
                    waiting.add(new SpoolEntry(entry, label.verified(entry)));
                }
            } catch (BrokenEntryException broken) {
                setAside(entry, broken.reason());
            } catch (NoSuchFileException sentByAnother) {
                if (Files.exists(entry)) {
                    setAside(entry, "a file is missing");
                }
            }
        }
        return waiting;
    }

    /** Removes an entry that was sent. */
    public void sent(SpoolEntry entry) throws IOException {
        Path gone = folder.resolve(INCOMING + UUID.randomUUID());
        try {
            Files.move(entry.folder(), gone, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException removedByAnother) {
            return;
        }
        try (Stream<Path> files = Files.list(gone)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(gone);
    }

    /** Moves an entry out of the way and says why. */
    public void setAside(SpoolEntry entry, String reason) throws IOException {
        setAside(entry.folder(), reason);
    }

    private void setAside(Path entry, String reason) throws IOException {
        Path place = Files.createDirectories(folder.resolve(SET_ASIDE)).resolve(entry.getFileName());
        Files.move(entry, place, StandardCopyOption.ATOMIC_MOVE);
        Files.write(place.resolve("reason.txt"), (reason + "\n").getBytes(StandardCharsets.UTF_8));
        messages.accept("moved a kept upload to " + place + ": " + reason);
    }

    private List<Path> entries() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory)
                    .filter(file -> file.getFileName().toString().startsWith(ENTRY))
                    .sorted()
                    .toList();
        }
    }
}
