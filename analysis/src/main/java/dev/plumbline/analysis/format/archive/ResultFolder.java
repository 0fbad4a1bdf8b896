package dev.plumbline.analysis.format.archive;

import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** What a harness writes into a folder: which of its files are read, and how. It keeps nothing between documents. */
public interface ResultFolder {

    /**
     * Whether a file has results. Nobody may have packed the folder from the place that the harness calls its root, so only the
     * end of the path says something.
     *
     * @param path from the packed folder on, with slashes; as the document has it, so escape it
     */
    boolean reads(String path);

    /**
     * Begins a document.
     *
     * @param results called once per result, as soon as it is complete
     */
    Reading begin(ReadLimits limits, Consumer<BenchmarkResult> results);

    /** One document while it is read. */
    interface Reading {

        /**
         * Reads a file, which is one that {@link ResultFolder#reads}. Files may come in any order, and a path may come twice.
         *
         * @param content closed by the caller, who also skips what isn't read
         * @throws dev.plumbline.analysis.format.document.DocumentException when the file is refused; its path is added
         */
        void file(String path, InputStream content) throws IOException;

        /** Rejects a document that is incomplete; no file follows. */
        void finish();
    }
}
