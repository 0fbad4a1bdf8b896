package dev.plumbline.analysis.format;

import dev.plumbline.analysis.format.archive.Archive;
import dev.plumbline.analysis.format.archive.ArchiveReader;
import dev.plumbline.analysis.format.archive.ResultFolder;
import dev.plumbline.analysis.format.document.DocumentInput;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The results of an archive, whose format is that of its first path that has one. */
final class ArchivedResults {

    private Optional<ResultFormat> format;
    private String first = "";

    /**
     * The results of one archive.
     *
     * @param stated the format that it is said to have
     */
    ArchivedResults(Optional<ResultFormat> stated) {
        this.format = stated;
    }

    /** Reads the archive and returns its format. */
    ResultFormat read(DocumentInput document, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        format.filter(stated -> stated.folder().isEmpty()).ifPresent(stated -> {
            throw ResultFormat.other("this is an archive, not " + stated.id()
                    + " as stated; take the file out of it, or state no format");
        });
        new ArchiveReader(this::folder).read(document, limits, results);
        return format.orElseThrow();
    }

    /** The format of an archive, empty if no path shows one. */
    static Optional<ResultFormat> recognise(DocumentInput document, ReadLimits limits) throws IOException {
        try (Archive archive = Archive.open(document, limits)) {
            while (archive.next()) {
                Set<ResultFormat> formats = ResultFormat.ofPath(archive.path());
                if (!formats.isEmpty()) {
                    return formats.stream().findFirst();
                }
            }
            return Optional.empty();
        }
    }

    private Optional<ResultFolder> folder(String path) {
        Set<ResultFormat> formats = ResultFormat.ofPath(path);
        if (formats.isEmpty() || (first.isEmpty() && format.isPresent() && !formats.contains(format.get()))) {
            return Optional.empty();
        }
        if (first.isEmpty()) {
            first = path;
            format = format.or(() -> formats.stream().findFirst());
        } else if (format.isPresent() && !formats.contains(format.get())) {
            throw ResultFormat.other("the archive has results of "
                    + format.get().id() + " (" + Place.printable(first) + ") and of "
                    + formats.iterator().next().id() + " (" + Place.printable(path)
                    + "); pack the folder of each on its own");
        }
        return format.flatMap(ResultFormat::folder);
    }
}
