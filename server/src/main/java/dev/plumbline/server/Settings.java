package dev.plumbline.server;

import dev.plumbline.server.notification.channel.MailServer;
import dev.plumbline.server.notification.channel.NotifyHosts;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How this server is configured, checked as a whole.
 *
 * @param host the address to listen on
 * @param port the port to listen on, 0 for a free one
 * @param publicUrl the address that people use, without a slash at its end; empty when it follows from the port
 * @param data the data folder
 * @param database the external database; empty for the embedded one in the data folder
 * @param poolSize connections to the database
 * @param forges the file that names the forges; empty: there are none
 * @param limits what a request may cost
 * @param proxyHeaders whether {@code X-Forwarded-For} is trusted
 * @param oidcIssuers whose ID tokens of CI jobs may be trusted, each without a slash at its end
 * @param notifications where messages may go
 * @param shutdownTime the time that current work gets after SIGTERM
 * @param logFormat how log lines look
 * @param logLevel the least important level that is logged
 */
record Settings(
        String host,
        int port,
        Optional<URI> publicUrl,
        Path data,
        Optional<ExternalDatabase> database,
        int poolSize,
        Optional<Path> forges,
        Limits limits,
        boolean proxyHeaders,
        List<URI> oidcIssuers,
        Notifications notifications,
        Duration shutdownTime,
        LogFormat logFormat,
        String logLevel) {

    Settings {
        oidcIssuers = List.copyOf(oidcIssuers);
    }

    /**
     * A database that somebody else runs.
     *
     * @param url JDBC URL
     * @param user the role
     * @param password its password, may be empty
     */
    record ExternalDatabase(String url, String user, String password) {

        @Override
        public String toString() {
            return url + " as " + user;
        }
    }

    /**
     * What a request may cost.
     *
     * @param uploadBytes the largest body, as it is sent
     * @param documentBytes the largest document, decompressed
     * @param results the most results in one document
     * @param waiting requests that may wait for a worker
     * @param uploadTime the time that one upload's body may take
     * @param requestsPerMinute requests of one client; 0 for no limit
     * @param connections open connections in all
     * @param connectionsPerAddress open connections of one address; 0 for no limit
     */
    record Limits(
            long uploadBytes,
            long documentBytes,
            int results,
            int waiting,
            Duration uploadTime,
            int requestsPerMinute,
            int connections,
            int connectionsPerAddress) {}

    /**
     * Where messages may go.
     *
     * @param hosts where webhooks may be
     * @param mail the server that takes mail; empty: there is none
     */
    record Notifications(NotifyHosts hosts, Optional<MailServer> mail) {}

    /** How log lines look. */
    enum LogFormat {
        TEXT,
        JSON
    }

    /** The address that people use, once the port is known. */
    URI address(int actualPort) {
        return publicUrl.orElseGet(() -> URI.create("http://localhost:" + actualPort));
    }
}
