package dev.plumbline.server;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;

/** Where the collector's jar lies, which CI jobs fetch from the server that they send to, so that the two always fit. */
final class CollectorJar {

    private CollectorJar() {}

    /** The jar beside the server's own, as in the image, or in a built tree; empty where there is none. */
    static Optional<Path> find() {
        return ownFolder().flatMap(CollectorJar::near);
    }

    /** The jar near the folder that the server's jar or classes lie in. */
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
