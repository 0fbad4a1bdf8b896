package dev.plumbline.analysis.format.text;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.DocumentInput;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultReader;
import dev.plumbline.analysis.format.table.TableResults;
import dev.plumbline.analysis.format.table.TableRow;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads what JMH prints: the table of {@code -rf text}, or a whole log with the table at its end. A table has a mean and
 * an error for each metric and no forks; a log has the iterations of each fork, too, and they are kept until the table
 * comes.
 */
public final class JmhTextReader implements ResultReader {

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        try (DocumentInput document = DocumentInput.open(in, limits.maxDecompressedBytes());
                BufferedInputStream bytes = new BufferedInputStream(document, 1 << 16)) {
            new Document(limits, results).read(new TextLines(bytes));
        }
    }

    /** One document while it is read. */
    private static final class Document {

        private final JmhLog log;
        private final TableResults results;
        private Optional<TableLine> table = Optional.empty();
        private boolean open;
        private Place last = Place.UNKNOWN;

        Document(ReadLimits limits, Consumer<BenchmarkResult> consumer) {
            this.log = new JmhLog(limits);
            this.results = new TableResults(limits, log::of, consumer);
        }

        void read(TextLines lines) throws IOException {
            PrintedScore figures = new PrintedScore();
            Optional<TextLines.Line> next = lines.next();
            while (next.isPresent()) {
                TextLines.Line line = next.get();
                last = new Place(line.number(), 1, 0, "");
                Optional<TableHeader> header = TableHeader.of(line.text());
                if (header.isPresent()) {
                    table = header.map(found -> new TableLine(found, figures));
                    open = true;
                } else {
                    read(line);
                }
                next = lines.next();
            }
            finish();
        }

        private void read(TextLines.Line line) {
            open = open && !line.text().isBlank();
            Optional<TableRow> row = table.flatMap(rows -> rows.row(line, open));
            if (row.isPresent()) {
                results.add(row.get());
            } else {
                log.read(line);
            }
        }

        private void finish() {
            if (table.isEmpty()) {
                throw new DocumentException(
                        ProblemCode.TRUNCATED_DOCUMENT,
                        "the text has no table of results, which JMH prints at its end; wait until JMH is done and give the"
                                + " whole text, or the file of -rf json",
                        last);
            }
            results.finish();
            if (results.count() == 0) {
                throw new DocumentException(
                        ProblemCode.NO_RESULTS, "the table has no rows: JMH completed no benchmark", last);
            }
        }
    }
}
