package dev.plumbline.server.forges;

import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.credential.Credential;
import dev.plumbline.forge.repository.Forge;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The forges of the instance, and the way to their repositories. */
public final class Forges implements AutoCloseable {

    private final Map<String, ConfiguredForge> entries = new LinkedHashMap<>();
    private final Map<Place, Connected> connected = new ConcurrentHashMap<>();
    private final HttpClient client = ForgeKind.client();
    private final Clock clock;

    private record Place(String forge, String repository) {}

    private record Connected(Credential credential, Forge forge) {}

    public Forges(List<ConfiguredForge> entries, Clock clock) {
        entries.forEach(entry -> this.entries.put(entry.name(), entry));
        this.clock = clock;
    }

    /**
     * Those of a forges file.
     *
     * @param file empty: no forge
     * @throws ForgesException with every complaint about it
     */
    public static Forges read(Optional<Path> file, Clock clock) {
        return new Forges(file.map(ForgesFile::read).orElse(List.of()), clock);
    }

    /** The entry of a name. */
    public Optional<ConfiguredForge> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** All entries, in the file's order. */
    public List<ConfiguredForge> all() {
        return List.copyOf(entries.values());
    }

    /**
     * A repository, accessed with the entry's credential as its file has it now. No request is made yet.
     *
     * @throws ForgesException when the credential's file is invalid, or the entry does not cover the repository
     */
    public Forge connect(ConfiguredForge entry, String repository) {
        Credential credential = covered(entry, repository).credential();
        return connected
                .compute(
                        new Place(entry.name(), repository),
                        (place, known) -> known != null && known.credential().equals(credential)
                                ? known
                                : new Connected(credential, open(entry, repository, credential)))
                .forge();
    }

    /**
     * A repository, accessed as anybody could access it: without the entry's credential. No request is made yet.
     *
     * @throws ForgesException when the entry does not cover the repository
     */
    public Forge connectAsAnybody(ConfiguredForge entry, String repository) {
        return open(covered(entry, repository), repository, new Credential.None());
    }

    private static ConfiguredForge covered(ConfiguredForge entry, String repository) {
        if (!entry.covers(repository)) {
            throw new ForgesException("the forge '" + entry.name() + "' may not be used for " + repository
                    + ": add it to the entry's \"repositories\" in the forges file");
        }
        return entry;
    }

    private Forge open(ConfiguredForge entry, String repository, Credential credential) {
        try {
            return entry.kind().connect(entry.api(), repository, credential, client, clock);
        } catch (IllegalArgumentException e) {
            throw new ForgesException("the forge '" + entry.name() + "': " + e.getMessage());
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
