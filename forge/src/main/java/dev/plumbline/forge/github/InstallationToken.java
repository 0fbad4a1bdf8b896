package dev.plumbline.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.forge.credential.Credential;
import dev.plumbline.forge.rest.ApiAddress;
import dev.plumbline.forge.rest.Authorization;
import dev.plumbline.forge.rest.Rest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A GitHub App's token for one repository: requested with the App's signature, kept until five minutes before it expires, and requested again when GitHub
 * no longer accepts it.
 */
final class InstallationToken implements Authorization {

    private static final Duration BEFORE_EXPIRY = Duration.ofMinutes(5);
    private static final Duration USUAL_LIFE = Duration.ofHours(1);

    private final String repository;
    private final Clock clock;
    private final Rest rest;
    private @Nullable Issued issued;

    private record Issued(String secret, Instant expires) {}

    InstallationToken(Credential.GitHubApp app, ApiAddress address, String repository, HttpClient client, Clock clock) {
        this.repository = repository;
        this.clock = clock;
        this.rest = new Rest("GitHub", address, client, new Signed(app, clock), clock, GitHub.MEDIA_TYPE);
    }

    @Override
    public void on(HttpRequest.Builder request) {
        request.header("Authorization", "Bearer " + current());
    }

    @Override
    public synchronized boolean renew() {
        issued = null;
        return true;
    }

    @Override
    public synchronized String blotOut(String text) {
        return issued == null ? text : text.replace(issued.secret(), "***");
    }

    private synchronized String current() {
        Issued known = issued;
        if (known == null || clock.instant().isAfter(known.expires().minus(BEFORE_EXPIRY))) {
            known = issue();
            issued = known;
        }
        return known.secret();
    }

    /** Only for the one repository, whatever else the App is installed on. */
    private Issued issue() {
        JsonNode installation = rest.get("/repos/" + repository + "/installation");
        var wanted = Rest.object();
        wanted.putArray("repositories").add(repository.substring(repository.indexOf('/') + 1));
        JsonNode token =
                rest.post("/app/installations/" + installation.path("id").asLong() + "/access_tokens", wanted);
        return new Issued(
                new Credential.Token(token.path("token").asText("")).secret(),
                expiry(token.path("expires_at").asText("")));
    }

    private Instant expiry(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException unknown) {
            return clock.instant().plus(USUAL_LIFE);
        }
    }

    /** The App's own signature, made for each request. */
    private record Signed(Credential.GitHubApp app, Clock clock) implements Authorization {

        @Override
        public void on(HttpRequest.Builder request) {
            request.header("Authorization", "Bearer " + JsonWebToken.of(app, clock.instant()));
        }

        @Override
        public boolean renew() {
            return false;
        }

        @Override
        public String blotOut(String text) {
            return text;
        }
    }
}
