package dev.plumbline.analysis.format.gungraun;

import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.json.JsonDocument;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** The summaries of one document, in one text or in several. */
final class Summaries {

    private static final Place BEGINNING = new Place(1, 1, 0, "");

    private final JsonDocument json;
    private final ReadLimits limits;
    private final CheckedResults results;

    Summaries(JsonDocument json, ReadLimits limits, Consumer<BenchmarkResult> results) {
        this.json = json;
        this.limits = limits;
        this.results = new CheckedResults(limits, results);
    }

    /** Reads a text with summaries, each as a result; what else is in it is left out. */
    void read(InputStream text) throws IOException {
        EmbeddedObjects objects = new EmbeddedObjects(new BufferedInputStream(text, 1 << 16));
        Optional<EmbeddedObjects.Found> next = objects.next();
        while (next.isPresent()) {
            EmbeddedObjects.Found found = next.get();
            try {
                read(found);
            } catch (DocumentException problem) {
                throw problem.below(found.line() - 1);
            }
            next = objects.next();
        }
    }

    private void read(EmbeddedObjects.Found found) throws IOException {
        SummaryParser summary = new SummaryParser(limits);
        json.read(new ByteArrayInputStream(found.bytes()), limits, summary::read);
        if (summary.isSummary()) {
            summary.addTo(results, BEGINNING);
        }
    }

    /** Rejects a document without any. */
    void requireSome() {
        results.requireSome("the document has no summary of Gungraun; upload the summary.json files that"
                + " --save-summary=json writes, or the output of --output-format=json");
    }
}
