package dev.plumbline.collector.upload;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.collector.client.Checksum;
import dev.plumbline.collector.command.InputFile;
import dev.plumbline.collector.command.UsageException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A readable file with results.
 *
 * @param file where it is
 * @param name as the user gave it, with slashes
 * @param results how many results it has
 * @param hash its SHA-256 in hexadecimal digits
 * @param format what it is
 */
public record ResultFile(Path file, String name, int results, String hash, ResultFormat format) {

    /**
     * Reads a whole file, as the server will.
     *
     * @param stated what it is said to be; empty: what its content shows
     * @throws UsageException saying where and what is wrong when it can't be read
     */
    public static ResultFile check(Path folder, Path given, Optional<ResultFormat> stated) {
        InputFile file = InputFile.of(folder, given);
        AtomicInteger results = new AtomicInteger();
        ResultFormat format = file.read(stream ->
                ResultFormat.read(stated, stream, ReadLimits.defaults(), result -> results.incrementAndGet()));
        return new ResultFile(file.file(), file.name(), results.get(), file.read(Checksum::of), format);
    }
}
