package dev.plumbline.server;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;

/** Where the collector's jar is. CI jobs fetch it from the server that they upload to, so that the two always match. */
final class CollectorJar {

    private CollectorJar() {}

    /** The jar next to the server's own, as in the image, or in a built tree; empty if there is none. */
    static Optional<Path> find() {
        return ownFolder().flatMap(CollectorJar::near);
    }

    /** The jar near the folder of the server's jar or classes. */
    static Optional<Path> near(Path folder) {
        return List.of(
                        folder.resolve("plumbline.jar"),
                        folder.resolve("../../collector/target/plumbline.jar").normalize())
                .stream()
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Optional<Path> ownFolder() {
        CodeSource source = CollectorJar.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(
                    Path.of(source.getLocation().toURI()).toAbsolutePath().getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of the server's own classes: " + source.getLocation(), e);
        }
    }
}
