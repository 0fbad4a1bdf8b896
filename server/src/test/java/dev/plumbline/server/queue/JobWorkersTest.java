package dev.plumbline.server.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.model.Rung;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.server.ingest.Sent;
import dev.plumbline.server.ingest.Uploads;
import dev.plumbline.server.judging.JudgedProject;
import dev.plumbline.server.judging.Judging;
import dev.plumbline.server.judging.JudgingInput;
import dev.plumbline.server.judging.JudgingResult;
import dev.plumbline.server.judging.RunJudging;
import dev.plumbline.server.regression.RegressionEvents;
import dev.plumbline.server.regression.RegressionGrouping;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobWorkersTest {

    @TempDir
    Path folder;

    private JudgedProject project;

    @BeforeEach
    void open() {
        project = new JudgedProject(folder);
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void anErrorEndsNoWorker() throws InterruptedException {
        RunJudging judging = new RunJudging(SegmentationSettings.defaults(), JudgeSettings.defaults());
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch judged = new CountDownLatch(1);
        project.upload(Sent.main(0), 1);
        try (JobWorkers workers = workers(input -> {
            if (tries.incrementAndGet() == 1) {
                throw new StackOverflowError("the first time");
            }
            judged.countDown();
            return judging.apply(input);
        })) {
            workers.start(1);

            assertThat(judged.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(tries).hasValue(2);
    }

    /** Several workers, uploads from several threads: the last verdict has seen everything. */
    @Test
    void aPullRequestEndsAtItsMergeBaseHoweverWorkersTakeTurns() throws Exception {
        try (JobWorkers workers = workers(new RunJudging(SegmentationSettings.defaults(), JudgeSettings.defaults()));
                ExecutorService senders = Executors.newFixedThreadPool(3)) {
            workers.start(3);
            List<Callable<Long>> sent = new ArrayList<>();
            for (int commit = 0; commit < 6; commit++) {
                Sent base = Sent.main(commit);
                String document = project.document(1, 1, 4);
                sent.add(() -> project.upload(base, document));
            }
            for (int pull = 1; pull <= 4; pull++) {
                Sent topic = Sent.of("topic" + pull, 500 + pull)
                        .from(4)
                        .pullRequest(pull)
                        .onto("main");
                String document = project.document(1.5, 1, 4);
                sent.add(pull, () -> project.upload(topic, document));
            }
            List<Future<Long>> runs = senders.invokeAll(sent);
            await().atMost(30, TimeUnit.SECONDS)
                    .until(() -> project.jobs.backlog().waiting() == 0);

            for (int pull = 1; pull <= 4; pull++) {
                long run = runs.get(pull).get();
                assertThat(project.baseline(run).rung()).isEqualTo(Rung.MERGE_BASE);
                assertThat(project.baseline(run).commit()).contains(Uploads.sha(4));
                assertThat(project.number(
                                "select max(baseline_runs) from verdict where project_id = ? and run_id = ?", run))
                        .isEqualTo(5);
            }
        }
    }

    private JobWorkers workers(Function<JudgingInput, JudgingResult> judging) {
        return new JobWorkers(
                project.jobs,
                new JobSignals(project.database),
                new Judging(
                        project.database,
                        judging,
                        new RegressionGrouping(),
                        new RegressionEvents(List.of()),
                        List.of()),
                new SimpleMeterRegistry());
    }

    @Test
    void aJobIsHeardOfWhereverItWasAdded() throws InterruptedException {
        CountDownLatch heard = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread listener = Thread.ofPlatform()
                .start(() -> new JobSignals(project.database).listen(() -> end.getCount() == 0, heard::countDown));

        // Whether it listens already is not known, so it is told until it has heard.
        boolean told = false;
        for (int commit = 0; !told && commit < 50; commit++) {
            project.upload(Sent.main(commit), 1);
            told = heard.await(300, TimeUnit.MILLISECONDS);
        }
        end.countDown();
        listener.join();

        assertThat(told).isTrue();
    }
}
