package dev.plumbline.collector.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.analysis.report.json.MissingJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The server's report on what a commit did.
 *
 * @param state judged, or anything else while a run is waiting
 * @param sentence the verdict in one sentence of Markdown
 * @param rank how bad it is: 0 if nothing got worse
 * @param changed whether anything got worse or better
 * @param missing what has no number, as the API has it; null if the server doesn't say
 * @param decision the check's conclusion by the project's policy: a text, or an object that has it
 * @param reasons why the conclusion is what it is, as sentences
 * @param url the page of the report; empty when there is none
 */
public record ServerReport(
        String state,
        String sentence,
        int rank,
        boolean changed,
        @Nullable JsonNode missing,
        @Nullable JsonNode decision,
        List<String> reasons,
        String url) {

    public ServerReport {
        changed = changed || rank > 0;
    }

    boolean judged() {
        return state.equals("judged");
    }

    /** Whether the check is a success, which no baseline or too little data never is. */
    public boolean success() {
        return conclusion().equals("success");
    }

    /** Whether a benchmark, or a metric of one, has no number any more. */
    public boolean lacksSomething() {
        return missing != null && !MissingJson.read(missing).absences().isEmpty();
    }

    /** Whether the project's policy says that this blocks a merge. */
    public boolean failure() {
        return conclusion().equals("failure");
    }

    private String conclusion() {
        return decision == null ? "" : (decision.isObject() ? decision.path("conclusion") : decision).asText();
    }
}
