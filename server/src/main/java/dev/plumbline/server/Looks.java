package dev.plumbline.server;

import dev.plumbline.server.site.frame.Assets;
import dev.plumbline.server.site.frame.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What pages look like.
 *
 * @param templates what they are rendered by
 * @param assets the files that they refer to
 */
record Looks(Templates templates, Assets assets) {

    /** Templates and files as they were built. */
    static Looks built() {
        return new Looks(Templates.compiled(), Assets.load());
    }

    /**
     * Templates and files that show their changes at the next request.
     *
     * @param sources the folder that holds {@code jte} and {@code resources/assets}
     * @throws SettingsException when it does not
     */
    static Looks reloading(Path sources) {
        Path templates = sources.resolve("jte");
        Path assets = sources.resolve("resources").resolve("assets");
        if (!Files.isDirectory(templates) || !Files.isDirectory(assets)) {
            throw new SettingsException(List.of("--sources: " + sources.toAbsolutePath()
                    + " has no jte and resources/assets, expected the server's src/main"));
        }
        try {
            return new Looks(
                    Templates.reloading(templates, Files.createTempDirectory("plumbline-templates")),
                    Assets.reloading(assets));
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for compiled templates", e);
        }
    }
}
