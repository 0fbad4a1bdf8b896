package dev.plumbline.analysis.format.document;

import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads the result files of one format as a stream: memory does not grow with the file. */
public interface ResultReader {

    /**
     * Reads a whole document, plain or gzip-compressed, and passes on each result as soon as it is complete. Results
     * before the place of a rejection have been passed on by then: a caller that stores them has to discard them.
     *
     * @param in the document from its first byte; read to its end, and not closed
     * @param limits what a document may contain
     * @param results called once per result, in the file's order
     * @throws IOException when {@code in} can't be read
     * @throws DocumentException when the document is refused
     */
    void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException;
}
