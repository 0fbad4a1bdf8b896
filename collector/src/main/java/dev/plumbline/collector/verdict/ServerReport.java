package dev.plumbline.collector.verdict;

import dev.plumbline.collector.json.JsonObject;
import java.util.List;

/**
 * What the server says that a commit did.
 *
 * @param sentence the verdict in one sentence of Markdown
 * @param rank how bad it is: 0 where nothing got worse
 * @param failure whether the project's policy says that this stops a merge
 * @param changed whether anything got worse or better
 * @param json all of it
 */
public record ServerReport(String sentence, int rank, boolean failure, boolean changed, JsonObject json) {

    /** The report of the API's answer. */
    static ServerReport of(JsonObject json) {
        return new ServerReport(
                json.text("sentence"),
                json.integer("rank"),
                conclusion(json).equals("failure"),
                json.isTrue("changed") || json.integer("rank") > 0,
                json);
    }

    private static String conclusion(JsonObject json) {
        return json.has("decision") && json.text("decision").isEmpty()
                ? json.object("decision").text("conclusion")
                : json.text("decision");
    }

    /** Whether the check is a success, which no baseline or too little data never is. */
    public boolean success() {
        return conclusion(json).equals("success");
    }

    /** Why the check is what it is, as sentences. */
    public List<String> reasons() {
        return json.texts("reasons");
    }
}
