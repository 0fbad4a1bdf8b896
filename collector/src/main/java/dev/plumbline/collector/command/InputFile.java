package dev.plumbline.collector.command;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.collector.folder.ResultDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file that the user named, a recording or a folder of results: what is read of it is a {@link ResultDocument}.
 *
 * @param file where it is
 * @param name as the user gave it, with slashes; safe to show
 */
public record InputFile(Path file, String name) {

    /** The name of standard input. */
    public static final String STANDARD_INPUT = "standard input";

    /** Processes a file's content. */
    @FunctionalInterface
    public interface Reading<T> {

        /** Reads the stream to its end; it is closed by the caller. */
        T read(InputStream stream) throws IOException;
    }

    /** The result of reading. */
    @FunctionalInterface
    private interface Content<T> {
        T get() throws IOException;
    }

    public static InputFile of(Path folder, Path given) {
        return new InputFile(
                folder.resolve(given), Printable.line(given.toString().replace('\\', '/')));
    }

    /**
     * Reads it.
     *
     * @throws UsageException saying where and what is wrong when it can't be read
     */
    public <T> T read(Reading<T> reading) {
        return refusing(name, () -> {
            try (InputStream stream = ResultDocument.open(file)) {
                return reading.read(stream);
            }
        });
    }

    /** Reads standard input, with the same rejections, and leaves it open. */
    public static <T> T piped(InputStream stream, Reading<T> reading) {
        return refusing(STANDARD_INPUT, () -> reading.read(stream));
    }

    private static <T> T refusing(String name, Content<T> content) {
        try {
            return content.get();
        } catch (DocumentException broken) {
            throw new UsageException(
                    name + ": " + Printable.line(String.valueOf(broken.getMessage())) + " (" + broken.code() + ")");
        } catch (NoSuchFileException missing) {
            throw new UsageException(name + ": no such file");
        } catch (IOException unreadable) {
            throw new UsageException(name + ": can't read it: " + unreadable.getMessage());
        }
    }
}
