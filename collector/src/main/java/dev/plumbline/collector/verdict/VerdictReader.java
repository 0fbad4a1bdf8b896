package dev.plumbline.collector.verdict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.analysis.format.verdict.RunVerdictsJson;
import dev.plumbline.analysis.report.verdict.RunVerdicts;
import dev.plumbline.collector.client.ServerAddress;
import dev.plumbline.collector.json.Json;
import dev.plumbline.collector.json.JsonObject;

/** The API's JSON of a judged run as the view that tables are made of. */
public final class VerdictReader {

    private final JsonMapper mapper = new JsonMapper();
    private final ServerAddress server;
    private final String project;

    /** Reads what this server says of this project. */
    public VerdictReader(ServerAddress server, String project) {
        this.server = server;
        this.project = project;
    }

    /**
     * The view.
     *
     * @param run the run's number
     * @param status what the API says of the run
     * @param verdicts what it says of its series
     */
    RunVerdicts read(long run, JsonObject status, JsonObject verdicts) {
        return RunVerdictsJson.read(project, run, node(status), node(verdicts), server.page(status.text("url")));
    }

    private JsonNode node(JsonObject object) {
        try {
            return mapper.readTree(Json.write(object));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an object that was read is no JSON", impossible);
        }
    }
}
