package dev.plumbline.server;

import java.util.Locale;

/**
 * One thing that can be configured, by an environment variable or by a flag of the same name; the flag takes precedence. The table
 * in {@code docs/operations.md} has a row for each.
 */
enum Setting {
    HOST("0.0.0.0", "the address to listen on"),
    PORT("8080", "the port to listen on; 0 takes a free one"),
    PUBLIC_URL(
            "",
            "the address that people and CI jobs use, such as https://plumbline.example.com; empty: localhost with the"
                    + " port"),
    DATA("data/server", "the folder of the embedded PostgreSQL and of uploads in progress"),
    DATABASE_URL(
            "", "JDBC URL of a PostgreSQL 15 to 18, jdbc:postgresql://…; empty: the embedded one in the data folder"),
    DATABASE_USER("plumbline", "the role on the database that DATABASE_URL names"),
    DATABASE_PASSWORD("", "its password"),
    DATABASE_POOL_SIZE("12", "connections to the database, 4 to 200; the number of worker threads follows from it"),
    FORGES("", "the file that lists the forges to connect to (forges.md); empty: none"),
    MAX_UPLOAD_BYTES("67108864", "the largest request body, as it is sent (compressed or not)"),
    MAX_DOCUMENT_BYTES("536870912", "the largest document, decompressed"),
    MAX_RESULTS("50000", "the largest number of results in one document"),
    MAX_WAITING("200", "requests that may wait for a worker before the answer is 503"),
    UPLOAD_SECONDS("300", "the time that the body of an upload may take to arrive"),
    REQUESTS_PER_MINUTE("3000", "requests of one token, or of one address without a token; 0: no limit"),
    MAX_CONNECTIONS("4000", "open connections in all; further ones are closed"),
    MAX_CONNECTIONS_PER_ADDRESS(
            "256", "open connections of one address, if PROXY_HEADERS is false; further ones are closed; 0: no limit"),
    PROXY_HEADERS("false", "true: a proxy in front sets X-Forwarded-For, whose last address is the client's"),
    OIDC_ISSUERS(
            "https://token.actions.githubusercontent.com,https://gitlab.com",
            "issuers whose ID tokens of CI jobs may be trusted, addresses separated by commas; none: no issuer"),
    NOTIFY_HOSTS(
            "",
            "hosts that notifications may be sent to, separated by commas: hooks.slack.com, *.example.com,"
                    + " http://ci.internal:8080; empty: none"),
    SMTP_URL("", "the mail server, smtp://user:password@host:587 or smtps://…; empty: no mail is sent"),
    MAIL_FROM("plumbline@localhost", "the sender of mail"),
    SHUTDOWN_SECONDS("30", "the time that current requests and the current job get to finish after SIGTERM"),
    LOG_FORMAT("text", "text or json"),
    LOG_LEVEL("info", "error, warn, info, debug or trace");

    private final String standard;
    private final String description;

    Setting(String standard, String description) {
        this.standard = standard;
        this.description = description;
    }

    /** The environment variable: {@code PLUMBLINE_PORT}. */
    String variable() {
        return "PLUMBLINE_" + name();
    }

    /** The flag: {@code --port}. */
    String flag() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The value if nothing else is given. */
    String standard() {
        return standard;
    }

    /** What it means, as a phrase. */
    String description() {
        return description;
    }
}
