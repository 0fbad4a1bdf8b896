package dev.plumbline.analysis.format.valgrind;

import dev.plumbline.analysis.format.document.DocumentInput;
import dev.plumbline.analysis.format.document.ReadLimits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * What a program's functions cost by one event, over all parts, threads and processes of a file.
 *
 * @param event the event: {@code Ir} where it was counted, otherwise the file's first
 * @param total the costs of all functions
 * @param functions the functions by name. Copies that the compiler or the profiler made of one function are one: recursion
 *     levels ({@code f'2}), call chains ({@code f'main}) and the hash of a Rust symbol are left out. Code without a symbol is
 *     one function for each object file
 */
public record CostByFunction(String event, long total, Map<String, Cost> functions) {

    public CostByFunction {
        functions = Map.copyOf(functions);
    }

    /**
     * The cost of a function.
     *
     * @param self its own
     * @param inclusive its own and that of what it calls, calls of itself left out. Where several functions call each other in a
     *     circle it may count twice, and never more than the total. Cachegrind doesn't record calls: its own
     */
    public record Cost(long self, long inclusive) {

        /** That of a function that wasn't executed. */
        public static final Cost NONE = new Cost(0, 0);
    }

    /**
     * Reads a file, plain or gzip-compressed.
     *
     * @throws IOException when {@code in} can't be read
     * @throws dev.plumbline.analysis.format.document.DocumentException when the document is refused, or has more functions than
     *     memory should be spent on
     */
    public static CostByFunction read(ProfileKind kind, InputStream in, ReadLimits limits) throws IOException {
        try (DocumentInput document = DocumentInput.open(in, limits.maxDecompressedBytes())) {
            FunctionCosts costs = new FunctionCosts();
            new ProfileParser(kind, document, costs).read();
            return costs.all();
        }
    }
}
