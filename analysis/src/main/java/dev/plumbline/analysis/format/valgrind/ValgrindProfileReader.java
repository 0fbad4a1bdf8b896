package dev.plumbline.analysis.format.valgrind;

import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.DocumentInput;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultReader;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Reads profiles of Callgrind and Cachegrind as results: the program with its arguments is the benchmark, the totals of the events
 * are its metrics, {@code Ir} (instructions) the score. The parts and threads of one process are added up, whether one file has
 * them all or files were put together ({@code cat callgrind.out.*}).
 */
public final class ValgrindProfileReader implements ResultReader {

    private final ProfileKind kind;

    public ValgrindProfileReader(ProfileKind kind) {
        this.kind = kind;
    }

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        try (DocumentInput document = DocumentInput.open(in, limits.maxDecompressedBytes())) {
            Processes processes = new Processes(kind, limits);
            new ProfileParser(kind, document, processes).read();
            CheckedResults checked = new CheckedResults(limits, results);
            processes.addTo(checked);
            checked.requireSome("the file has no header of " + kind.label()
                    + " and no counts; upload the file that it wrote, after the program has ended");
        }
    }
}
