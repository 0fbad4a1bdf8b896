package dev.plumbline.collector.client;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.collector.json.JsonText;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** One project on one server, reached with one token. */
public final class PlumblineServer {

    private static final Duration TO_ANSWER = Duration.ofMinutes(5);

    private final ServerAddress address;
    private final String project;
    private final AccessToken token;
    private final boolean quarantine;
    private final String agent;
    private final Exchange exchange;

    /**
     * The project.
     *
     * @param quarantine whether uploads are made without a token
     * @param agent the client's name for itself
     * @param messages reports each failed attempt
     */
    public PlumblineServer(
            ServerAddress address,
            String project,
            AccessToken token,
            boolean quarantine,
            String agent,
            Timing timing,
            Consumer<String> messages) {
        this.address = address;
        this.project = project;
        this.token = token;
        this.quarantine = quarantine;
        this.agent = agent;
        this.exchange = new Exchange(timing, messages);
    }

    /** Sends a payload. */
    public UploadOutcome deliver(Payload payload, Backoff backoff) {
        Multipart multipart = new Multipart(payload);
        HttpResponse<String> response;
        try {
            response = exchange.send(
                    () -> request(quarantine ? address.quarantinedRuns(project) : address.runs(project))
                            .header("Content-Type", multipart.contentType())
                            .POST(multipart.body())
                            .build(),
                    backoff);
        } catch (UnreachableException unreachable) {
            return new UploadOutcome.Unreachable(message(unreachable));
        }
        return Optional.of(response)
                .filter(PlumblineServer::isSuccess)
                .flatMap(success -> JsonText.read(success.body(), UploadReceipt.class))
                .filter(receipt -> receipt.id() != 0)
                .<UploadOutcome>map(UploadOutcome.Accepted::new)
                .orElseGet(() -> new UploadOutcome.Refused(problem(response)));
    }

    /**
     * What the API says about a run.
     *
     * @throws RefusedException when the server refuses
     * @throws UnreachableException when there was no answer
     */
    public <T> Answer<T> run(long run, Class<T> type, Backoff backoff) {
        return get(address.run(project, run), type, backoff);
    }

    /** The runs of a commit in an environment; fails as {@link #run} does. */
    public <T> Answer<T> runs(String commit, String environment, Class<T> type, Backoff backoff) {
        return get(address.runs(project, commit, environment), type, backoff);
    }

    /** A regression; fails as {@link #run} does. */
    public <T> Answer<T> regression(long regression, Class<T> type, Backoff backoff) {
        return get(address.regression(project, regression), type, backoff);
    }

    /** The verdicts on a run; fails as {@link #run} does. */
    public <T> Answer<T> verdicts(long run, Class<T> type, Backoff backoff) {
        return get(address.verdicts(project, run), type, backoff);
    }

    /**
     * What a commit did to performance; fails as {@link #run} does.
     *
     * @param pullRequest the pull request's number, 0 for none
     */
    public <T> Answer<T> report(String commit, int pullRequest, Class<T> type, Backoff backoff) {
        return get(address.report(project, "", commit, pullRequest, 0), type, backoff);
    }

    /**
     * The same as Markdown for a comment; fails as {@link #run} does.
     *
     * @param limit the most characters of it, 0 for the server's own limit
     */
    public String reportMarkdown(String commit, int pullRequest, int limit, Backoff backoff) {
        URI uri = address.report(project, ".md", commit, pullRequest, limit);
        HttpResponse<String> response = exchange.send(
                () -> request(uri).setHeader("Accept", "text/markdown").GET().build(), backoff);
        if (!isSuccess(response)) {
            throw new RefusedException(problem(response));
        }
        return response.body();
    }

    /** By how much runs of the same code differ in an environment, a page of it; fails as {@link #run} does. */
    public <T> Answer<T> noise(String environment, int page, Class<T> type, Backoff backoff) {
        return get(address.noise(project, environment, page), type, backoff);
    }

    /** The renames that the server offers, and those that hold; fails as {@link #run} does. */
    public <T> Answer<T> renames(Class<T> type, Backoff backoff) {
        return get(address.renames(project), type, backoff);
    }

    /**
     * Joins renamed benchmarks; fails as {@link #run} does. Asking again after a lost answer joins nothing twice.
     *
     * @param wanted the names, as the API reads them
     */
    public <T> Answer<T> rename(Object wanted, Class<T> type, Backoff backoff) {
        String body = JsonText.write(wanted);
        return answer(
                exchange.send(
                        () -> request(address.renames(project))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        backoff),
                type);
    }

    /** Undoes a rename; fails as {@link #run} does. */
    public void undoRename(long rename, Backoff backoff) {
        URI uri = URI.create(address.renames(project) + "/" + rename);
        HttpResponse<String> response =
                exchange.send(() -> request(uri).DELETE().build(), backoff);
        if (!isSuccess(response)) {
            throw new RefusedException(problem(response));
        }
    }

    private <T> Answer<T> get(URI uri, Class<T> type, Backoff backoff) {
        return answer(exchange.send(() -> request(uri).GET().build(), backoff), type);
    }

    private static <T> Answer<T> answer(HttpResponse<String> response, Class<T> type) {
        return Optional.of(response)
                .filter(PlumblineServer::isSuccess)
                .flatMap(success -> JsonText.object(success.body()))
                .flatMap(json -> JsonText.read(json, type).map(value -> new Answer<>(value, json)))
                .orElseThrow(() -> new RefusedException(problem(response)));
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(TO_ANSWER)
                .header("Accept", "application/json")
                .header("User-Agent", agent);
        return token.isPresent() ? request.header("Authorization", token.authorization()) : request;
    }

    private static boolean isSuccess(HttpResponse<String> response) {
        return response.statusCode() / 100 == 2;
    }

    private static ServerProblem problem(HttpResponse<String> response) {
        int status = response.statusCode();
        if (isSuccess(response)) {
            return ServerProblem.local(
                    status, "not-plumbline", "the answer isn't from a Plumbline server; check the address");
        }
        if (status / 100 == 3) {
            String target = response.headers().firstValue("Location").orElse("another address");
            return ServerProblem.local(
                    status,
                    "redirect",
                    "the server redirects to " + Printable.line(target)
                            + "; the token isn't sent to another address, so use the final one");
        }
        return ServerProblem.of(response);
    }

    private static String message(UnreachableException unreachable) {
        return Optional.ofNullable(unreachable.getMessage()).orElse("");
    }
}
