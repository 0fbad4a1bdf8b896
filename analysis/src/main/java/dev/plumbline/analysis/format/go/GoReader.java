package dev.plumbline.analysis.format.go;

import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.DocumentInput;
import dev.plumbline.analysis.format.document.Place;
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
 * Reads what {@code go test -bench} prints, with or without {@code -v} and {@code -json}: the benchmark data format of Go (proposal
 * 14313), which benchstat reads. What the tests and the build print in between is passed over. A document is kept until its end, by
 * benchmark, because {@code -count}, {@code -shuffle} and several files in one scatter the observations.
 */
public final class GoReader implements ResultReader {

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        GoResults go = new GoResults(limits);
        CheckedResults checked = new CheckedResults(limits, results);
        try (DocumentInput document = DocumentInput.open(in, limits.maxDecompressedBytes());
                BufferedInputStream bytes = new BufferedInputStream(document, 1 << 16)) {
            TextLines lines = new TextLines(bytes);
            GoOutput output = new GoOutput(go);
            GoEvents events = new GoEvents(go, limits);
            Optional<TextLines.Line> next = lines.next();
            while (next.isPresent()) {
                TextLines.Line line = next.get();
                Place place = new Place(line.number(), 1, 0, "");
                if (!events.read(line.text(), place)) {
                    output.read(line.text(), line.ended(), place);
                }
                next = lines.next();
            }
            events.finish();
        }
        go.pass(checked);
        checked.requireSome("there is no benchmark in it; give the output of go test -bench, after it has finished");
    }
}
