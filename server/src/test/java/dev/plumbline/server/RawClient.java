package dev.plumbline.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** HTTP as bytes on a socket, for requests that no decent client would send. */
final class RawClient {

    private static final int PATIENCE_MILLIS = 60_000;

    private final URI address;

    RawClient(URI address) {
        this.address = address;
    }

    /** An answer. */
    record Response(int status, String text) {

        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }
    }

    /** Sends a request with a body and reads the answer until the server closes. */
    Response send(String requestLine, byte[] body, String... headers) {
        try (Socket socket = open()) {
            OutputStream out = socket.getOutputStream();
            out.write(head(requestLine, "Content-Length: " + body.length, headers));
            out.write(body);
            out.flush();
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(requestLine, e);
        }
    }

    /** A connection, with a time after which reading gives up. */
    Socket open() throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** The bytes of a request's head, which asks the server to close the connection after its answer. */
    static byte[] head(String requestLine, String length, String... headers) {
        StringBuilder head =
                new StringBuilder(requestLine).append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        head.append(length).append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Reads an answer to the end of the connection. */
    static Response read(InputStream in) throws IOException {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return new Response(Integer.parseInt(text.substring(9, 12)), text);
    }
}
