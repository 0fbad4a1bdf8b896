package dev.plumbline.collector.verdict;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.analysis.report.json.RunVerdictsJson;
import dev.plumbline.analysis.report.verdict.RunVerdicts;
import dev.plumbline.collector.client.ServerAddress;

/** The API's JSON of a judged run as the view that tables are made of. */
public final class VerdictReader {

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
     * @param status what the API says about the run
     * @param answer what it says about its series
     */
    RunVerdicts read(long run, ObjectNode status, ObjectNode answer) {
        return RunVerdictsJson.read(
                project, run, status, answer, server.page(status.path("url").asText("")));
    }
}
