package dev.plumbline.collector.access;

import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the token: in the option or its variable, otherwise in a file. */
final class TokenSource {

    private TokenSource() {}

    /** The token's text; empty when there is none. */
    static String find(String given, @Nullable Path file, Surroundings surroundings) {
        if (!given.isBlank() || file == null) {
            return given;
        }
        try {
            return Files.readString(surroundings.folder().resolve(file)).strip();
        } catch (IOException unreadable) {
            throw new UsageException("can't read the token file " + file);
        }
    }
}
