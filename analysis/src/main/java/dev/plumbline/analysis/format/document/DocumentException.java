package dev.plumbline.analysis.format.document;

/** A document is rejected: says why as a code, where, and in one sentence with the remedy. */
public final class DocumentException extends RuntimeException {

    private final ProblemCode problem;
    private final String sentence;
    private final Place place;

    /**
     * A rejection.
     *
     * @param problem why
     * @param sentence what is wrong and what helps, without the place
     * @param place where
     */
    public DocumentException(ProblemCode problem, String sentence, Place place) {
        super(place.locate(sentence));
        this.problem = problem;
        this.sentence = sentence;
        this.place = place;
    }

    /** The same rejection at a place that is now known; this one when its place was already known. */
    public DocumentException at(Place known) {
        if (place.line() > 0) {
            return this;
        }
        DocumentException located = new DocumentException(problem, sentence, known);
        located.initCause(getCause() == null ? this : getCause());
        return located;
    }

    /** The same rejection of a document that begins so many lines further down in another one. */
    public DocumentException below(int lines) {
        if (place.line() == 0 || lines == 0) {
            return this;
        }
        DocumentException lower = new DocumentException(
                problem,
                sentence,
                new Place(place.line() + lines, place.column(), place.resultNumber(), place.benchmark()));
        lower.initCause(this);
        return lower;
    }

    /** The same rejection, of a file of an archive. */
    public DocumentException in(String file) {
        DocumentException named = new DocumentException(problem, file + ": " + sentence, place);
        named.initCause(getCause() == null ? this : getCause());
        return named;
    }

    public ProblemCode problem() {
        return problem;
    }

    /** The stable code of the problem. */
    public String code() {
        return problem.code();
    }

    /** The line from 1, or 0 when it is not known. */
    public int line() {
        return place.line();
    }

    /** The column from 1, or 0 when it is not known. */
    public int column() {
        return place.column();
    }

    /** The result from 1, or 0 when the problem is outside every result. */
    public int resultNumber() {
        return place.resultNumber();
    }

    /** The class and method of the result, or an empty text. As the document has it: escape it. */
    public String benchmark() {
        return place.benchmark();
    }
}
