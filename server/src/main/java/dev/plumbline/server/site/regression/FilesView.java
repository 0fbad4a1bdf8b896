package dev.plumbline.server.site.regression;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.forge.repository.ChangedFile;
import dev.plumbline.server.pullrequest.RangeFiles;
import dev.plumbline.server.site.frame.Figures;
import java.util.List;

/**
 * The files that differ in the range of a regression.
 *
 * @param count how many there are, in words
 * @param rows the first of them
 * @param rest how many more there are, empty if all are shown
 * @param notForAll whether others read the page who may not see them, unless the forge shows them to everybody
 */
public record FilesView(String count, List<Row> rows, String rest, boolean notForAll) {

    public FilesView {
        rows = List.copyOf(rows);
    }

    /**
     * A file.
     *
     * @param path where it is
     * @param before where it was, empty if it wasn't moved
     * @param what what happened to it, empty if it was only changed
     */
    public record Row(String path, String before, String what) {}

    static FilesView of(RangeFiles files, boolean notForAll) {
        int more = files.count() - files.first().size();
        String rest = more == 0 ? "" : "and " + Figures.count(more) + " more";
        return new FilesView(
                Figures.count(files.count(), "file") + (files.complete() ? "" : " or more"),
                files.first().stream().map(FilesView::row).toList(),
                files.complete() ? rest : (rest.isEmpty() ? "and more" : rest) + ", which the forge doesn't list",
                notForAll);
    }

    private static Row row(ChangedFile file) {
        return new Row(Printable.line(file.path()), Printable.line(file.before()), what(file.kind()));
    }

    private static String what(ChangedFile.Kind kind) {
        return switch (kind) {
            case ADDED -> "added";
            case REMOVED -> "removed";
            case RENAMED -> "renamed";
            case MODIFIED -> "";
        };
    }
}
