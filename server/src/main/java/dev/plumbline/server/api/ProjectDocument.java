package dev.plumbline.server.api;

import dev.plumbline.server.http.Reply;
import dev.plumbline.server.json.JsonColumn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Function;

/**
 * A document of a project that is read and replaced as a whole.
 *
 * @param reading what is made of its text
 * @param writing its text
 */
record ProjectDocument<T>(Reading<T> reading, Function<T, String> writing) {

    /** Reads a document. */
    @FunctionalInterface
    interface Reading<T> {
        T read(InputStream in) throws IOException;
    }

    T of(Replacement replacement) {
        try {
            return reading.read(new ByteArrayInputStream(replacement.document()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reply reply(T value) {
        return Reply.json(new JsonColumn(writing.apply(value)));
    }

    /** Whether it may take the place of what is there. */
    boolean mayReplace(Replacement replacement, T present) {
        return replacement.mayReplace(
                Objects.requireNonNull(reply(present).headers().get("ETag")));
    }
}
