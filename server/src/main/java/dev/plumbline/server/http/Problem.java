package dev.plumbline.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.server.json.Json;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What went wrong with a request, in the terms of RFC 9457.
 *
 * @param status the HTTP status
 * @param code stable, kebab-case
 * @param title what it is, without the details
 * @param detail the details and the remedy
 * @param position where in the document, when it is about a document
 * @param retryAfterSeconds when a retry makes sense, if it does
 */
public record Problem(
        int status,
        String code,
        String title,
        String detail,
        Optional<Position> position,
        OptionalInt retryAfterSeconds) {

    private static final String TYPES = "https://plumbline.dev/problems/";

    /**
     * A place in a document.
     *
     * @param line from 1, 0 when unknown
     * @param column from 1, 0 when unknown
     * @param result the number of the result, from 1; 0 when it is outside the results
     * @param benchmark the benchmark's name, empty when it is not known yet
     */
    public record Position(int line, int column, int result, String benchmark) {}

    /** A problem of a kind. */
    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind.status(), kind.code(), kind.title(), detail, Optional.empty(), OptionalInt.empty());
    }

    /** A rejected document, with the reader's own code and the place. */
    static Problem of(DocumentException refusal) {
        ProblemKind kind = kindOf(refusal.code());
        return new Problem(
                kind.status(),
                refusal.code(),
                kind.title(),
                String.valueOf(refusal.getMessage()),
                Optional.of(
                        new Position(refusal.line(), refusal.column(), refusal.resultNumber(), refusal.benchmark())),
                OptionalInt.empty());
    }

    /** This problem, with the time after which a retry makes sense. */
    public Problem retryAfter(int seconds) {
        return new Problem(status, code, title, detail, position, OptionalInt.of(seconds));
    }

    /** The exception that carries it. */
    public ProblemException exception() {
        return new ProblemException(this);
    }

    /** The body of the answer; what isn't known about a position is absent. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Body(
            String type,
            String title,
            int status,
            String detail,
            String code,
            Optional<Integer> line,
            Optional<Integer> column,
            Optional<Integer> result,
            Optional<String> benchmark) {}

    /** The body of the answer. */
    Body body() {
        Optional<Position> line = position.filter(place -> place.line() > 0);
        return new Body(
                TYPES + code,
                title,
                status,
                detail,
                code,
                line.map(Position::line),
                line.map(Position::column),
                position.map(Position::result).filter(result -> result > 0),
                position.map(Position::benchmark).flatMap(Json::known));
    }

    private static ProblemKind kindOf(String documentCode) {
        for (ProblemKind kind : new ProblemKind[] {ProblemKind.DOCUMENT_TOO_LARGE, ProblemKind.TOO_MANY_RESULTS}) {
            if (kind.code().equals(documentCode)) {
                return kind;
            }
        }
        return ProblemKind.INVALID_DOCUMENT;
    }
}
