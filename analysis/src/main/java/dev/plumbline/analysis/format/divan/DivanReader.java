package dev.plumbline.analysis.format.divan;

import dev.plumbline.analysis.format.document.DocumentInput;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultReader;
import dev.plumbline.analysis.format.text.TextLines;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the tree that Divan prints, in colour or not, with whatever else was printed before, between or after the trees of several
 * benchmark binaries. There are no samples, only their summary with four digits: the score is the median, which one slow sample
 * doesn't move; mean and fastest are metrics of their own. A result has one fork, the process that {@code cargo bench} starts.
 *
 * <p>A benchmark's name is its path with {@code ::} between the parts, arguments and types included, because the tree doesn't tell
 * them from functions. The last part {@code t=2} is the number of threads.
 */
public final class DivanReader implements ResultReader {

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        try (DocumentInput document = DocumentInput.open(in, limits.maxDecompressedBytes());
                BufferedInputStream bytes = new BufferedInputStream(document, 1 << 16)) {
            TextLines lines = new TextLines(bytes);
            DivanTables tables = new DivanTables(limits, results);
            Optional<TextLines.Line> next = lines.next();
            while (next.isPresent()) {
                tables.read(next.get());
                next = lines.next();
            }
            tables.finish();
        }
    }
}
