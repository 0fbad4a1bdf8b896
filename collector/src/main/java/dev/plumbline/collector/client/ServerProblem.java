package dev.plumbline.collector.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.collector.json.JsonText;
import java.net.http.HttpResponse;

/**
 * Why a server refused a request (problem details, RFC 9457). A text that was not given is empty, a number 0.
 *
 * @param status the HTTP status
 * @param code stable, for programs
 * @param title what is wrong in general
 * @param detail what is wrong here
 * @param line the line of the document
 * @param column the column of the document
 * @param result the result's number in the document
 * @param benchmark the result's benchmark
 */
public record ServerProblem(
        int status,
        @JsonInclude(Include.NON_EMPTY) String code,
        @JsonInclude(Include.NON_EMPTY) String title,
        @JsonInclude(Include.NON_EMPTY) String detail,
        @JsonInclude(Include.NON_DEFAULT) int line,
        @JsonInclude(Include.NON_DEFAULT) int column,
        @JsonInclude(Include.NON_DEFAULT) int result,
        @JsonInclude(Include.NON_EMPTY) String benchmark) {

    private static final int LONGEST_PLAIN_ANSWER = 200;

    /** A problem that was found on the client's side. */
    static ServerProblem local(int status, String code, String detail) {
        return new ServerProblem(status, code, "", detail, 0, 0, 0, "");
    }

    /** The problem that an answer describes; if it describes none, the start of its text. */
    static ServerProblem of(HttpResponse<String> response) {
        Details details =
                JsonText.read(response.body(), Details.class).orElseGet(() -> new Details("", "", "", 0, 0, 0, ""));
        String plain = response.headers().firstValue("Content-Type").orElse("").startsWith("text/plain")
                ? response.body().strip()
                : "";
        return new ServerProblem(
                response.statusCode(),
                Printable.line(details.code()),
                Printable.line(details.title()),
                Printable.line(
                        details.detail().isEmpty()
                                ? plain.substring(0, Math.min(LONGEST_PLAIN_ANSWER, plain.length()))
                                : details.detail()),
                details.line(),
                details.column(),
                details.result(),
                Printable.line(details.benchmark()));
    }

    /** For example {@code 422 duplicate-result: com.acme.Foo.bar stands twice (line 120, column 7)}. */
    public String sentence() {
        StringBuilder sentence = new StringBuilder().append(status);
        if (!code.isEmpty()) {
            sentence.append(' ').append(code);
        }
        String what = detail.isEmpty() ? title : detail;
        if (!what.isEmpty()) {
            sentence.append(": ").append(what);
        }
        boolean named = what.contains("line " + line) || what.contains("result " + result);
        String place = named ? "" : place();
        return place.isEmpty()
                ? sentence.toString()
                : sentence.append(" (" + place + ")").toString();
    }

    /** For example {@code line 120, column 7, result 17, com.acme.Foo.bar}; empty when no place was given. */
    private String place() {
        StringBuilder place = new StringBuilder();
        add(place, line > 0 ? "line " + line : "");
        add(place, column > 0 ? "column " + column : "");
        add(place, result > 0 ? "result " + result : "");
        add(place, benchmark);
        return place.toString();
    }

    private static void add(StringBuilder place, String part) {
        if (!part.isEmpty()) {
            place.append(place.isEmpty() ? "" : ", ").append(part);
        }
    }

    private record Details(
            String code, String title, String detail, int line, int column, int result, String benchmark) {}
}
