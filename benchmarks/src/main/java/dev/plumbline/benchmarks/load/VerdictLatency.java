package dev.plumbline.benchmarks.load;

import dev.plumbline.benchmarks.SyntheticDocument;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How long after an upload began its verdicts are there, with 1,000 runs of history and 500 series. The reference in the
 * same run is the time that the upload's own answer takes.
 *
 * <p>Argument: uploads to measure (default 40).
 */
public final class VerdictLatency {
    private static final SyntheticDocument SHAPE = new SyntheticDocument(500, 3, 5, 0);
    private static final int HISTORY = 1_000;
    private static final int WARM_UP = 15;
    private static final int UPLOADS = 40;
    private static final long PAUSE_MILLIS = 5;

    /**
     * Repeats the first run as older ones: the same commits, runs and points further back, each value with its own noise of
     * 1 %. Only what judging reads is made; the documents are not.
     */
    private static final String MAKE_HISTORY = """
            create temporary table older as
            select r.project_id, r.branch_id, r.environment_id, n,
                   lpad(to_hex(n), 40, '0') as sha, r.run_id as copied
            from run r, generate_series(1, :history) n;

            insert into commit (project_id, sha, committed_at)
            select project_id, sha, timestamptz '2025-01-01 00:00Z' + n * interval '6 hours' from older;

            insert into branch_commit (project_id, branch_id, sha, position)
            select o.project_id, o.branch_id, o.sha, c.position - (:history - o.n + 1) * 1000
            from older o
            join run r on r.project_id = o.project_id and r.run_id = o.copied
            join branch_commit c on c.project_id = r.project_id and c.branch_id = r.branch_id and c.sha = r.sha;

            insert into run (project_id, branch_id, environment_id, sha, run_name, uploaded_at,
                             result_count, judged_at, judged_uploads, summary)
            select o.project_id, o.branch_id, o.environment_id, o.sha, 'history ' || o.n,
                   timestamptz '2025-01-01 00:00Z' + o.n * interval '6 hours', r.result_count, now(), 1, '{}'
            from older o
            join run r on r.project_id = o.project_id and r.run_id = o.copied;

            insert into point (project_id, series_id, run_id, value, forks, iterations)
            select p.project_id, p.series_id, h.run_id, p.value * f.noise[1],
                   array[p.value * f.noise[2], p.value * f.noise[3], p.value * f.noise[4]], p.iterations
            from older o
            join run h on h.project_id = o.project_id and h.run_name = 'history ' || o.n
            join point p on p.project_id = o.project_id and p.run_id = o.copied
            cross join lateral (
                select array_agg(exp(0.01 * (random() + random() + random() - 1.5 + 0 * fork * p.series_id * h.run_id))) noise
                from generate_series(1, 4) fork) f;
            """;

    private VerdictLatency() {}

    /** Runs the measurement and prints the figures. */
    public static void main(String[] arguments) throws Exception {
        int uploads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : UPLOADS;
        PrintStream out = System.out;
        try (ServerUnderLoad server = new ServerUnderLoad(Files.createTempDirectory("plumbline-latency"))) {
            measure(server, 0);
            makeHistory(server);
            out.printf("%s, %d runs of history%n", SHAPE, HISTORY);
            long[] answered = new long[uploads];
            long[] judged = new long[uploads];
            for (int number = 0; number < WARM_UP + uploads; number++) {
                Times times = measure(server, number + 1);
                if (number >= WARM_UP) {
                    answered[number - WARM_UP] = times.answered();
                    judged[number - WARM_UP] = times.judged();
                }
            }
            out.printf("upload to answer   %s%n", Durations.of(answered).summary());
            out.printf("upload to verdict  %s%n", Durations.of(judged).summary());
        }
    }

    /** Nanoseconds from the beginning of an upload. */
    private record Times(long answered, long judged) {}

    private static Times measure(ServerUnderLoad server, int number) throws IOException, InterruptedException {
        byte[] document = SHAPE.bytes(number);
        long begun = System.nanoTime();
        String answer = ServerUnderLoad.expect(201, server.upload(document, Commits.hash(number), Commits.time(number)))
                .body();
        long answered = System.nanoTime() - begun;
        long run = Long.parseLong(Answers.field(answer, "id"));
        String status = "waiting";
        while (status.equals("waiting")) {
            Thread.sleep(PAUSE_MILLIS);
            status = Answers.field(ServerUnderLoad.expect(200, server.run(run)).body(), "status");
        }
        long judged = System.nanoTime() - begun;
        if (!status.equals("judged")) {
            throw new IOException("run " + run + " is " + status);
        }
        return new Times(answered, judged);
    }

    private static void makeHistory(ServerUnderLoad server) throws SQLException {
        try (Connection connection = server.database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(MAKE_HISTORY.replace(":history", Integer.toString(HISTORY)));
            statement.execute("analyze");
        }
    }
}
