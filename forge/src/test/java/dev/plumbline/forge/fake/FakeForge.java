package dev.plumbline.forge.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.credential.Credential;
import dev.plumbline.forge.repository.Forge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * GitHub, GitLab and Gitea on one port of this machine: the endpoints that are used, with the documented shapes, pages, rights and errors.
 * All three see the same repositories.
 */
public final class FakeForge implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final FakeAccounts accounts = new FakeAccounts();
    private final Map<String, FakeRepository> repositories = new TreeMap<>();
    private final Map<String, Dialect> dialects;
    private final Deque<Reply> failures = new ArrayDeque<>();
    private final List<Map.Entry<String, Reply>> expected = new ArrayList<>();
    private final List<FakeRequest> requests = new CopyOnWriteArrayList<>();
    private volatile int pageSize = 50;

    private FakeForge() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        dialects = Map.of(
                "/api/v3", new GitHubDialect(this),
                "/api/graphql", new GitHubGraphDialect(this),
                "/api/v4", new GitLabDialect(this),
                "/api/v1", new GiteaDialect(this));
        server.start();
    }

    /** A forge on a free port. */
    public static FakeForge start() {
        try {
            return new FakeForge();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The base address of an API. */
    public String api(ForgeKind kind) {
        return kind.product().api(address());
    }

    /** The address without a path. */
    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The repository of this name, made when there was none. */
    public synchronized FakeRepository repository(String name) {
        return repositories.computeIfAbsent(name, absent -> new FakeRepository(name, 100L + repositories.size()));
    }

    /** Who may ask. */
    public FakeAccounts accounts() {
        return accounts;
    }

    /** A repository as it is seen with a token that may write. */
    public Forge connect(ForgeKind kind, String repository) {
        return connect(kind, repository, new Credential.Token(accounts.token()));
    }

    /** A repository as it is seen with a credential. */
    public Forge connect(ForgeKind kind, String repository, Credential credential) {
        return kind.connect(api(kind), repository, credential, ForgeKind.client(), Clock.systemUTC());
    }

    /** Answers the next request so, whatever it is. Several are answered in turn. */
    public synchronized FakeForge failNext(int status, Map<String, String> headers, String body) {
        failures.add(new Reply(status, headers, body));
        return this;
    }

    /** Answers the next request so that has this as its method, or in its path or body. */
    public synchronized FakeForge failOn(String part, int status, String body) {
        expected.add(Map.entry(part, new Reply(status, Map.of(), body)));
        return this;
    }

    /** How many elements a page of a list has, however many are asked for. */
    public FakeForge pagesOf(int size) {
        pageSize = size;
        return this;
    }

    /** All that was asked, oldest first. */
    public List<FakeRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    int pageSize() {
        return pageSize;
    }

    synchronized Optional<FakeRepository> find(String name) {
        return Optional.ofNullable(repositories.get(name));
    }

    synchronized Optional<FakeRepository> find(long id) {
        return repositories.values().stream()
                .filter(repository -> repository.id() == id)
                .findFirst();
    }

    synchronized List<FakeRepository> all() {
        return List.copyOf(repositories.values());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            FakeRequest request = read(exchange);
            requests.add(request);
            Reply reply = answer(request);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Reply answer(FakeRequest request) {
        Reply failure = failure(request);
        if (failure != null) {
            return failure;
        }
        for (Map.Entry<String, Dialect> dialect : dialects.entrySet()) {
            Optional<FakeRequest> below = request.below(dialect.getKey());
            if (below.isPresent()) {
                return accounts.user(request)
                        .or(() -> nobody(below.get()))
                        .map(user -> dialect.getValue().answer(below.get(), user))
                        .orElseGet(() -> Reply.message(401, "Bad credentials"));
            }
        }
        return Reply.notFound();
    }

    /** Who shows no credential, and asks for a repository that everybody may read. */
    private Optional<FakeUser> nobody(FakeRequest request) {
        return accounts.isNobody(request)
                        && all().stream()
                                .filter(FakeRepository::isPublic)
                                .anyMatch(repository -> request.isBelow(repository.name()))
                ? Optional.of(FakeUser.NOBODY)
                : Optional.empty();
    }

    private synchronized @Nullable Reply failure(FakeRequest request) {
        for (Map.Entry<String, Reply> one : expected) {
            if (request.has(one.getKey())) {
                expected.remove(one);
                return one.getValue();
            }
        }
        return failures.poll();
    }

    private static FakeRequest read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        Map<String, String> query = new TreeMap<>();
        String text = exchange.getRequestURI().getRawQuery();
        for (String pair : text == null ? new String[0] : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new FakeRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                query,
                Map.copyOf(headers),
                json(body));
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException notJson) {
            return FakeRequest.none();
        }
    }
}
