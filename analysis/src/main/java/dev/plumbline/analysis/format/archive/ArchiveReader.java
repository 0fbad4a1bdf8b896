package dev.plumbline.analysis.format.archive;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.DocumentInput;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultReader;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads an archive of the folder that a harness writes; its other files are skipped. */
public final class ArchiveReader implements ResultReader {

    private final Function<String, Optional<ResultFolder>> folders;

    /** A reader of one harness' folder. */
    public ArchiveReader(ResultFolder folder) {
        this(path -> folder.reads(path) ? Optional.of(folder) : Optional.empty());
    }

    /**
     * A reader of the folder that the archive's paths show.
     *
     * @param folders whose file a path is, empty when it has no results. The reader asks for each path once, in the archive's
     *     order; after the first one that isn't empty, it has to be the same folder
     */
    public ArchiveReader(Function<String, Optional<ResultFolder>> folders) {
        this.folders = folders;
    }

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        try (DocumentInput document = DocumentInput.open(in, limits.maxDecompressedBytes());
                Archive archive = Archive.open(document, limits)) {
            Optional<ResultFolder.Reading> reading = Optional.empty();
            while (archive.next()) {
                Optional<ResultFolder> folder = folders.apply(archive.path());
                if (folder.isPresent()) {
                    ResultFolder.Reading open =
                            reading.isPresent() ? reading.get() : folder.get().begin(limits, results);
                    reading = Optional.of(open);
                    file(open, archive);
                }
            }
            reading.orElseThrow(() -> new DocumentException(
                            ProblemCode.NO_RESULTS,
                            "none of the archive's " + archive.files()
                                    + " files is one of a folder of results that is read; take a single file out of it and give"
                                    + " that one",
                            Place.UNKNOWN))
                    .finish();
        }
    }

    private static void file(ResultFolder.Reading reading, Archive archive) throws IOException {
        try {
            reading.file(archive.path(), archive.content());
        } catch (DocumentException refused) {
            throw refused.in(Place.printable(archive.path()));
        }
    }
}
