package dev.plumbline.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Somebody who gets webhooks, over real HTTP. */
public final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private volatile int status = 200;

    /** A request. */
    public record Received(String path, String body, com.sun.net.httpserver.Headers headers) {

        /** A header, empty when it is missing. */
        public String header(String name) {
            return Objects.requireNonNullElse(headers.getFirst(name), "");
        }
    }

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    /** The address of the host. */
    public String host() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What is answered from now on. */
    public void answer(int newStatus) {
        status = newStatus;
    }

    /** The next request; null when none comes in time. */
    public @Nullable Received next(int seconds) throws InterruptedException {
        return received.poll(seconds, TimeUnit.SECONDS);
    }

    /** How many requests wait to be looked at. */
    public int waiting() {
        return received.size();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(exchange.getRequestURI().toString(), body, exchange.getRequestHeaders()));
        if (status >= 300 && status < 400) {
            exchange.getResponseHeaders().set("Location", host() + "/elsewhere");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
