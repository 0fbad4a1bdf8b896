package dev.plumbline.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.forge.repository.CommitStatus;
import dev.plumbline.forge.repository.ForgeException;
import dev.plumbline.forge.rest.ApiAddress;
import dev.plumbline.forge.rest.Rest;
import dev.plumbline.forge.text.Clip;
import java.util.Locale;

/** What GitHub shows next to a commit: check runs from an App, commit statuses from a token, which may not create check runs. */
final class GitHubStatuses {

    private static final int LONGEST_SUMMARY = 65_535;

    private final Rest rest;
    private final String repository;
    private final boolean app;

    GitHubStatuses(Rest rest, String repository, boolean app) {
        this.rest = rest;
        this.repository = repository;
        this.app = app;
    }

    /** A commit status has no summary. */
    int longestSummary() {
        return app ? LONGEST_SUMMARY : 0;
    }

    /** Reports it and returns its id. */
    String report(CommitStatus status) {
        return app ? checkRun(status) : commitStatus(status);
    }

    private String checkRun(CommitStatus status) {
        ObjectNode run = Rest.object().put("name", status.name()).put("details_url", status.url());
        if (status.state() == CommitStatus.State.PENDING) {
            run.put("status", "in_progress");
        } else {
            run.put("status", "completed")
                    .put("conclusion", status.state().name().toLowerCase(Locale.ROOT));
        }
        run.putObject("output")
                .put("title", Clip.line(status.title()))
                .put("summary", Clip.at(status.summary(), LONGEST_SUMMARY));
        String runs = repository + "/check-runs";
        if (status.id().isPresent()) {
            try {
                return id(rest.patch(runs + "/" + ApiAddress.segment(status.id().get()), run));
            } catch (ForgeException refused) {
                if (refused.kind() != ForgeException.Kind.NOT_FOUND) {
                    throw refused;
                }
            }
        }
        return id(rest.post(runs, run.put("head_sha", status.sha())));
    }

    private String commitStatus(CommitStatus status) {
        ObjectNode sent = Rest.object()
                .put("context", status.name())
                .put("state", Clip.state(status.state()))
                .put("description", Clip.description(status))
                .put("target_url", status.url());
        return id(rest.post(repository + "/statuses/" + ApiAddress.segment(status.sha()), sent));
    }

    private static String id(JsonNode made) {
        return made.path("id").asText("");
    }
}
