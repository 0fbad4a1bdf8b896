package dev.plumbline.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.forge.repository.ForgeException;
import dev.plumbline.forge.rest.ApiAddress;
import dev.plumbline.forge.rest.Rest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What GitHub offers only in GraphQL: whose credential it is (also for Apps and jobs) and which comments are minimised. */
final class GitHubGraph {

    private static final String VIEWER = "query { viewer { login databaseId } }";

    private static final String MINIMISED =
            "query($ids: [ID!]!) { nodes(ids: $ids) { ... on IssueComment { id isMinimized } } }";

    private static final String MINIMISE =
            "mutation($id: ID!) { minimizeComment(input: {subjectId: $id, classifier: OUTDATED})"
                    + " { minimizedComment { isMinimized } } }";

    /** The most ids in one request. */
    private static final int MOST_IDS = 100;

    private final Rest rest;
    private final URI address;
    private @Nullable Viewer viewer;

    GitHubGraph(Rest rest, ApiAddress api) {
        this.rest = rest;
        this.address = URI.create(address(api.base()));
    }

    /**
     * The account of the credential.
     *
     * @param login the name; for an App, with {@code [bot]} at the end
     * @param id the number, 0 when GitHub does not say
     */
    record Viewer(String login, long id) {

        /** Whether the comment of the REST API was written by it. */
        boolean wrote(JsonNode comment) {
            JsonNode user = comment.path("user");
            long author = user.path("id").asLong();
            if (id > 0 && author > 0) {
                return author == id;
            }
            return !login.isEmpty() && user.path("login").asText("").equalsIgnoreCase(login);
        }
    }

    /** The account of the credential, requested once. */
    synchronized Viewer viewer() {
        Viewer known = viewer;
        if (known == null) {
            JsonNode found = ask("viewer", VIEWER, Rest.object()).path("viewer");
            known = new Viewer(
                    found.path("login").asText(""), found.path("databaseId").asLong());
            viewer = known;
        }
        return known;
    }

    /** Which of these comments are minimised, by node id. */
    Map<String, Boolean> minimised(List<String> ids) {
        Map<String, Boolean> minimised = new HashMap<>();
        for (int from = 0; from < ids.size(); from += MOST_IDS) {
            ObjectNode variables = Rest.object();
            ids.subList(from, Math.min(ids.size(), from + MOST_IDS)).forEach(variables.withArray("/ids")::add);
            ask("nodes", MINIMISED, variables)
                    .path("nodes")
                    .forEach(node -> minimised.put(
                            node.path("id").asText(""), node.path("isMinimized").asBoolean()));
        }
        return minimised;
    }

    /** Minimises a comment as outdated. */
    void minimise(String id) {
        ask("minimizeComment", MINIMISE, Rest.object().put("id", id));
    }

    private JsonNode ask(String what, String query, ObjectNode variables) {
        JsonNode answer = rest.post(address, Rest.object().put("query", query).<ObjectNode>set("variables", variables));
        JsonNode error = answer.path("errors").path(0);
        if (error.isObject()) {
            throw rest.refused(
                    kind(error.path("type").asText("")),
                    "GraphQL " + what,
                    error.path("message").asText(""));
        }
        return answer.path("data");
    }

    private static ForgeException.Kind kind(String type) {
        return switch (type) {
            case "FORBIDDEN", "INSUFFICIENT_SCOPES" -> ForgeException.Kind.FORBIDDEN;
            case "NOT_FOUND" -> ForgeException.Kind.NOT_FOUND;
            case "RATE_LIMITED" -> ForgeException.Kind.RATE_LIMITED;
            default -> ForgeException.Kind.INVALID;
        };
    }

    /** {@code https://api.github.com/graphql}, and {@code https://HOST/api/graphql} next to {@code https://HOST/api/v3}. */
    private static String address(String base) {
        return base.endsWith("/v3")
                ? base.substring(0, base.length() - "/v3".length()) + "/graphql"
                : base + "/graphql";
    }
}
