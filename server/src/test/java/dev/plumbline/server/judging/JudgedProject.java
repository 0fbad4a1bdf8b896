package dev.plumbline.server.judging;

import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.TestDatabase;
import dev.plumbline.server.ingest.JmhDocuments;
import dev.plumbline.server.ingest.Sent;
import dev.plumbline.server.ingest.Uploads;
import dev.plumbline.server.notification.watchdog.MissingFromBaseBranch;
import dev.plumbline.server.project.Projects;
import dev.plumbline.server.pullrequest.PullRequests;
import dev.plumbline.server.queue.Job;
import dev.plumbline.server.queue.Jobs;
import dev.plumbline.server.regression.RegressionEvents;
import dev.plumbline.server.regression.RegressionGrouping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A project in a database of its own, into which a test uploads and whose jobs it does. */
public final class JudgedProject implements AutoCloseable {

    public final Database database = TestDatabase.open();
    public final long id =
            new Projects(database).create("acme", "Acme", "main", true).id();
    public final Jobs jobs = new Jobs(database);
    final PullRequests pullRequests = new PullRequests(database);
    final Baselines baselines = new Baselines(database);

    private final Random noise = new Random(20260102);
    final Uploads uploads;
    private final Judging judging = new Judging(
            database,
            new RunJudging(SegmentationSettings.defaults(), JudgeSettings.defaults()),
            new RegressionGrouping(),
            new RegressionEvents(List.of()),
            List.of(new MissingFromBaseBranch()));

    public JudgedProject(Path folder) {
        uploads = new Uploads(database, id, folder);
    }

    /** Uploads four benchmarks that take so many times as long as usual. */
    public long upload(Sent sent, double factor) {
        return upload(sent, document(factor, 1, 4));
    }

    public long upload(Sent sent, String document) {
        return uploads.upload(sent.metadata(), document).id();
    }

    /** Uploads four benchmarks as part of a history of which more comes. */
    public long hold(Sent sent, double factor) {
        return uploads.hold(sent.metadata(), document(factor, 1, 4)).id();
    }

    /** Uploads runs of the base branch's commits. */
    public long[] history(int from, int to, double factor) {
        long[] runs = new long[to - from];
        for (int commit = from; commit < to; commit++) {
            runs[commit - from] = upload(Sent.main(commit), factor);
        }
        return runs;
    }

    /** Some of the benchmarks {@code a.B.number1} and so on, of 100 ns/op and so on, three forks each with 1 % of noise. */
    public String document(double factor, int first, int last) {
        JmhDocuments document = new JmhDocuments();
        for (int benchmark = first; benchmark <= last; benchmark++) {
            double[] forks = new double[3];
            for (int fork = 0; fork < forks.length; fork++) {
                forks[fork] = 100 * benchmark * factor * Math.exp(0.01 * noise.nextGaussian());
            }
            document.with("a.B.number" + benchmark, forks);
        }
        return document.json();
    }

    /** Does all jobs that wait, and says of which runs. */
    public List<Long> work() {
        List<Long> runs = new ArrayList<>();
        for (Optional<Job> job = take(); job.isPresent(); job = take()) {
            judging.handle(job.get());
            runs.add(job.get().runId());
        }
        return runs;
    }

    void judge(Job job) {
        judging.handle(job);
    }

    Optional<Job> take() {
        return jobs.take(Duration.ofMinutes(1));
    }

    public Baseline baseline(long run) {
        return baselines.of(id, run).orElseThrow();
    }

    public List<String> outcomes(long run) {
        return texts("select outcome from verdict where project_id = ? and run_id = ? order by series_id", run);
    }

    public List<String> texts(String sql, long run) {
        return uploads.texts(sql, run);
    }

    public long number(String sql, long run) {
        return Long.parseLong(texts(sql, run).getFirst());
    }

    @Override
    public void close() {
        database.close();
    }
}
