package dev.plumbline.analysis.format.gungraun;

import dev.plumbline.analysis.format.document.DocumentInput;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultReader;
import dev.plumbline.analysis.format.json.JsonDocument;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.io.InputStream;
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
        try (DocumentInput document = DocumentInput.open(in, limits.maxDecompressedBytes())) {
            Summaries summaries = new Summaries(json, limits, results);
            summaries.read(document);
            summaries.requireSome();
        }
    }
}
