package dev.plumbline.analysis.format.gungraun;

import dev.plumbline.analysis.format.archive.ResultFolder;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.json.JsonDocument;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** The folder {@code target/gungraun}, or {@code target/iai}: each benchmark has a {@code summary.json} in a folder of its own. */
public final class GungraunFolder implements ResultFolder {

    private static final String SUMMARY = "summary.json";

    private final JsonDocument json = new JsonDocument();

    @Override
    public boolean reads(String path) {
        return path.equals(SUMMARY) || path.endsWith("/" + SUMMARY);
    }

    @Override
    public Reading begin(ReadLimits limits, Consumer<BenchmarkResult> results) {
        Summaries summaries = new Summaries(json, limits, results);
        return new Reading() {
            @Override
            public void file(String path, InputStream content) throws IOException {
                summaries.read(content);
            }

            @Override
            public void finish() {
                summaries.requireSome();
            }
        };
    }
}
