package dev.plumbline.collector;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** A server that answers what it is told to, on a port of its own, and remembers what it was asked. */
final class FakeServer implements AutoCloseable {

    static final String STORED = """
        {"id":17,"project":"acme","url":"/projects/acme/runs/17","duplicate":false,"results":1,"points":1,"notes":[]}
        """;

    private boolean closed;
    private final HttpServer server;
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final Map<String, Deque<String>> pages = new ConcurrentHashMap<>();
    private final Map<String, Reply> refusals = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    FakeServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Answers the next upload so; the last answer stays for all that follow. */
    FakeServer then(int status, String body, String... headers) {
        replies.add(new Reply(status, body, headers));
        return this;
    }

    /** Cuts the connection of the next upload after some of its body has been read. */
    FakeServer thenCut() {
        replies.add(new Reply(-1, ""));
        return this;
    }

    /** Answers a GET of this path with these, one after the other; the last one stays. */
    FakeServer page(String path, String... bodies) {
        pages.put(path, new ArrayDeque<>(List.of(bodies)));
        return this;
    }

    /** Answers a GET of this path with an error. */
    FakeServer refusal(String path, int status, String body) {
        refusals.put(path, new Reply(status, body));
        return this;
    }

    List<Request> requests() {
        return requests;
    }

    /** The uploads that arrived whole. */
    List<Request> uploads() {
        return requests.stream()
                .filter(request -> request.method().equals("POST"))
                .toList();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            server.stop(0);
        }
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("GET")) {
            requests.add(new Request("GET", path, authorization(exchange), "", new byte[0]));
            if (refusals.containsKey(path)) {
                answer(exchange, refusals.get(path));
                return;
            }
            Deque<String> bodies = pages.getOrDefault(path, new ArrayDeque<>());
            String body = bodies.size() > 1 ? bodies.poll() : bodies.peek();
            answer(exchange, body == null ? new Reply(404, "{}") : new Reply(200, body));
            return;
        }
        Reply reply = replies.size() > 1 ? replies.remove() : replies.element();
        if (reply.status() < 0) {
            exchange.getRequestBody().readNBytes(10);
            exchange.close();
            return;
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        requests.add(new Request("POST", path, authorization(exchange), type, body));
        answer(exchange, reply);
    }

    private static String authorization(HttpExchange exchange) {
        return String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static void answer(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < reply.headers().length; i += 2) {
            exchange.getResponseHeaders().add(reply.headers()[i], reply.headers()[i + 1]);
        }
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private record Reply(int status, String body, String... headers) {}

    /** What was asked. */
    record Request(String method, String path, String authorization, String contentType, byte[] body) {

        /** The metadata that came along. */
        String metadata() {
            return part("metadata");
        }

        /** The document, decompressed. */
        String document() {
            byte[] compressed = part("result").getBytes(StandardCharsets.ISO_8859_1);
            try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
                return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private String part(String name) {
            String boundary = "--" + contentType.substring(contentType.indexOf("boundary=") + "boundary=".length());
            String text = new String(body, StandardCharsets.ISO_8859_1);
            int start = text.indexOf("\r\n\r\n", text.indexOf("name=\"" + name + "\"")) + 4;
            String content = text.substring(start, text.indexOf("\r\n" + boundary, start));
            return name.equals("metadata")
                    ? new String(content.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                    : content;
        }
    }
}
