package dev.plumbline.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.detect.JudgeSettings;
import dev.plumbline.analysis.detect.SegmentationSettings;
import dev.plumbline.server.store.JobNotices;
import dev.plumbline.server.store.Judging;
import dev.plumbline.server.store.RegressionEvents;
import dev.plumbline.server.store.Sent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
        try (JobWorkers workers = new JobWorkers(
                project.jobs,
                new JobNotices(project.database),
                new Judging(
                        project.database,
                        input -> {
                            if (tries.incrementAndGet() == 1) {
                                throw new StackOverflowError("the first time");
                            }
                            judged.countDown();
                            return judging.apply(input);
                        },
                        new RegressionGrouping(),
                        new RegressionEvents(List.of())),
                new SimpleMeterRegistry())) {
            workers.start(1);

            assertThat(judged.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(tries).hasValue(2);
    }

    @Test
    void aJobIsHeardOfWhereverItWasAdded() throws InterruptedException {
        CountDownLatch heard = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread listener = Thread.ofPlatform()
                .start(() -> new JobNotices(project.database).listen(() -> end.getCount() == 0, heard::countDown));

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
