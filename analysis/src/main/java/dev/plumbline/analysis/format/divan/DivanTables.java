package dev.plumbline.analysis.format.divan;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.text.TextLines;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The trees of a text, as they are read line by line. */
final class DivanTables {

    private final ReadLimits limits;
    private final DivanResults results;
    /** The path to the last part, the root first. */
    private final List<String> path = new ArrayList<>();
    /** Of each part below the root, whether none follows it at its place. */
    private final List<Boolean> last = new ArrayList<>();

    private boolean open;
    private int tables;
    private Place place = Place.UNKNOWN;

    DivanTables(ReadLimits limits, Consumer<BenchmarkResult> results) {
        this.limits = limits;
        this.results = new DivanResults(limits, results);
    }

    void read(TextLines.Line line) {
        Optional<String> root = TreeRow.root(line.text());
        if (root.isPresent()) {
            close();
            tables++;
            open = true;
            path.add(root.get());
            place = new Place(line.number(), 1, 0, "");
        } else if (open && TreeRow.isPart(line.text())) {
            place = new Place(line.number(), 1, 0, "");
            row(TreeRow.of(line.text())
                    .orElseThrow(() -> refusal(
                            ProblemCode.TRUNCATED_DOCUMENT,
                            "the row has too few columns; give all that Divan printed")));
        } else if (line.text().isBlank()) {
            close();
        } else {
            results.other(line.text());
        }
    }

    private void row(TreeRow row) {
        if (row.depth() < 0) {
            results.detail(row);
            return;
        }
        results.pass();
        if (row.depth() > last.size()) {
            throw refusal(
                    ProblemCode.INVALID_FIELD,
                    "the row is " + (row.depth() - last.size())
                            + " steps deeper than the one that it belongs to; give the tree as Divan printed it");
        }
        if (row.depth() >= limits.maxNesting()) {
            throw refusal(ProblemCode.NESTING_TOO_DEEP, "the tree is deeper than " + limits.maxNesting() + " parts");
        }
        while (last.size() > row.depth()) {
            last.remove(last.size() - 1);
            path.remove(path.size() - 1);
        }
        last.add(row.last());
        path.add(row.name());
        if (row.isMeasured()) {
            results.begin(path, row, place);
        } else if (!row.isGroup() && !row.isIgnored()) {
            throw refusal(
                    ProblemCode.INVALID_FIELD,
                    "the row begins with no time such as 1.352 µs; give the tree as Divan printed it");
        }
    }

    private void close() {
        results.pass();
        if (open && (last.isEmpty() || last.contains(false))) {
            throw refusal(
                    ProblemCode.TRUNCATED_DOCUMENT,
                    "the tree ends before its last branch (╰─); give all that Divan printed");
        }
        open = false;
        path.clear();
        last.clear();
    }

    void finish() {
        close();
        if (tables == 0) {
            throw refusal(
                    ProblemCode.NO_RESULTS,
                    "the text has no table of times (fastest │ slowest │ median); Divan prints it on standard output, and not with"
                            + " --test or --list");
        }
        results.requireSome();
    }

    private DocumentException refusal(ProblemCode problem, String sentence) {
        return new DocumentException(problem, sentence, place);
    }
}
