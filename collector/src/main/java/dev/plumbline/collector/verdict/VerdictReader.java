package dev.plumbline.collector.verdict;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.analysis.report.json.RunVerdictsJson;
import dev.plumbline.analysis.report.verdict.RunVerdicts;
import dev.plumbline.collector.client.ServerAddress;

/** Turns the API's JSON of a judged run into the values that tables show. */
public final class VerdictReader {

    private final ServerAddress server;
    private final String project;

    /** Reads what this server says about this project. */
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
