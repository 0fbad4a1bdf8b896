package dev.plumbline.collector;

import dev.plumbline.analysis.format.DocumentException;
import dev.plumbline.analysis.format.ReadLimits;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.report.Printable;
import dev.plumbline.collector.spool.Checksum;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A file with results that was found to be readable.
 *
 * @param file where it lies
 * @param name as the user gave it, with slashes
 * @param results how many results it has
 * @param hash its SHA-256 in hexadecimal digits
 */
record Document(Path file, String name, int results, String hash) {

    /**
     * Reads a file whole, as the server will.
     *
     * @throws UsageException saying where and what is wrong when it cannot be read
     */
    static Document check(Path folder, Path given) {
        Path file = folder.resolve(given);
        String name = given.toString().replace('\\', '/');
        AtomicInteger results = new AtomicInteger();
        try (InputStream stream = Files.newInputStream(file)) {
            ResultFormat.JMH_JSON.reader().read(stream, ReadLimits.defaults(), result -> results.incrementAndGet());
            return new Document(file, name, results.get(), Checksum.of(file));
        } catch (DocumentException broken) {
            throw new UsageException(
                    name + ": " + Printable.line(String.valueOf(broken.getMessage())) + " (" + broken.code() + ")");
        } catch (NoSuchFileException missing) {
            throw new UsageException(name + ": there is no such file");
        } catch (IOException unreadable) {
            String reason = Files.isDirectory(file) ? "it is a folder" : String.valueOf(unreadable.getMessage());
            throw new UsageException(name + ": it cannot be read: " + reason);
        }
    }
}
