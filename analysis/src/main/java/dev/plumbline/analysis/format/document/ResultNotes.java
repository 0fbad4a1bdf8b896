package dev.plumbline.analysis.format.document;

import dev.plumbline.analysis.model.BenchmarkResult.Note;
import dev.plumbline.analysis.model.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The notes on one result, as they arise; what applies to several metrics is noted once. One instance serves the whole
 * document.
 */
public final class ResultNotes {

    private static final int NAMED = 3;

    private final List<Remark> remarks = new ArrayList<>();
    private final Map<String, List<String>> unknownUnits = new LinkedHashMap<>();
    private final List<String> forksUnknown = new ArrayList<>();
    private final List<String> textOnly = new ArrayList<>();

    /**
     * A note.
     *
     * @param everywhere whether it says nothing of this result alone, so that it doesn't name it
     */
    private record Remark(NoteCode code, String sentence, boolean everywhere) {}

    /** Starts over, for the next result. */
    public void clear() {
        remarks.clear();
        unknownUnits.clear();
        forksUnknown.clear();
        textOnly.clear();
    }

    /** A note with one sentence, without the place. */
    public void add(NoteCode code, String sentence) {
        remarks.add(new Remark(code, sentence, false));
    }

    /** A note that says the same of all results of the document. */
    public void addToAll(NoteCode code, String sentence) {
        remarks.add(new Remark(code, sentence, true));
    }

    /** A metric has a unit that isn't known. */
    public void unknownUnit(String symbol, String metric) {
        unknownUnits.computeIfAbsent(symbol, first -> new ArrayList<>()).add(metric);
    }

    /** A metric has no value of each fork. */
    public void forksUnknown(String metric) {
        forksUnknown.add(metric);
    }

    /** A metric is a text and has no number. */
    public void textOnly(String metric) {
        textOnly.add(metric);
    }

    /** The notes, each naming the result. */
    public List<Note> of(int number, String benchmark) {
        if (remarks.isEmpty() && unknownUnits.isEmpty() && forksUnknown.isEmpty() && textOnly.isEmpty()) {
            return List.of();
        }
        unknownUnits.forEach((symbol, metrics) -> add(
                NoteCode.UNKNOWN_UNIT,
                "the unit \"" + Place.printable(symbol) + "\" of " + named(metrics) + " is not known; "
                        + better(symbol)));
        if (!forksUnknown.isEmpty()) {
            add(
                    NoteCode.FORKS_UNKNOWN,
                    "the document has no value of each fork for " + named(forksUnknown)
                            + "; only the score over all forks is kept");
        }
        if (!textOnly.isEmpty()) {
            add(NoteCode.TEXT_ONLY, named(textOnly) + " has no number and is left out");
        }
        String result = Place.result(number, benchmark);
        return remarks.stream()
                .map(remark -> new Note(
                        remark.code().code(),
                        remark.everywhere() ? remark.sentence() : result + ": " + remark.sentence()))
                .toList();
    }

    private static String better(String symbol) {
        return switch (Unit.of(symbol).direction()) {
            case LOWER_IS_BETTER -> "lower is taken as better";
            case HIGHER_IS_BETTER -> "higher is taken as better";
            case NOT_KNOWN -> "a change is neither better nor worse unless a threshold rule gives the direction";
        };
    }

    private static String named(List<String> metrics) {
        String first = String.join(
                ", ", metrics.stream().limit(NAMED).map(Place::printable).toList());
        return metrics.size() <= NAMED ? first : first + " and " + (metrics.size() - NAMED) + " more";
    }
}
