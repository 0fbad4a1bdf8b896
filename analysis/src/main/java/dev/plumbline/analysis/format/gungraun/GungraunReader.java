package dev.plumbline.analysis.format.gungraun;

import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.DocumentInput;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultReader;
import dev.plumbline.analysis.format.json.JsonDocument;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads summaries of Gungraun and Iai-Callgrind, schemas 1 to 6: a {@code summary.json}, several one after the other, or the
 * standard output of {@code cargo bench} with {@code --output-format=json} or {@code pretty-json}. Only the new run of a
 * summary counts: a metric that the old run alone has is left out.
 */
public final class GungraunReader implements ResultReader {

    private final JsonDocument json = new JsonDocument();

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        try (DocumentInput document = DocumentInput.open(in, limits.maxDecompressedBytes());
                BufferedInputStream text = new BufferedInputStream(document, 1 << 16)) {
            CheckedResults checked = new CheckedResults(limits, results);
            EmbeddedObjects objects = new EmbeddedObjects(text);
            Optional<EmbeddedObjects.Found> next = objects.next();
            while (next.isPresent()) {
                EmbeddedObjects.Found found = next.get();
                try {
                    read(found, limits, checked);
                } catch (DocumentException problem) {
                    throw problem.below(found.line() - 1);
                }
                next = objects.next();
            }
            checked.requireSome("the document has no summary of Gungraun; upload the summary.json files that"
                    + " --save-summary=json writes, or the output of --output-format=json");
        }
    }

    private void read(EmbeddedObjects.Found found, ReadLimits limits, CheckedResults results) throws IOException {
        SummaryParser summary = new SummaryParser(limits);
        json.read(new ByteArrayInputStream(found.bytes()), limits, summary::read);
        if (summary.isSummary()) {
            summary.addTo(results, new Place(1, 1, 0, ""));
        }
    }
}
