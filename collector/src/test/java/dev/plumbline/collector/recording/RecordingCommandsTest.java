package dev.plumbline.collector.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.fixture.FakeServer;
import dev.plumbline.collector.fixture.WithServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;

/** A recording is given to the commands as a file of results is. */
class RecordingCommandsTest extends WithServer {

    @Test
    void metricsAreUploadedAndComparedAndTheRecordingStays() throws IOException {
        record(folder.resolve("base.jfr"));
        Files.copy(folder.resolve("base.jfr"), folder.resolve("head.jfr"));
        server.then(201, FakeServer.STORED);

        assertThat(tool.run("upload", "base.jfr")).as(tool.err()).isZero();
        assertThat(server.uploads().get(0).metadata()).contains("\"plumbline-json\"");
        assertThat(server.uploads().get(0).document())
                .startsWith("{\"plumbline\":1,\"harness\":{\"name\":\"jfr\"")
                .doesNotContain("FLR", "java.class.path");

        assertThat(tool.run("audit", "base.jfr")).as(tool.err()).isZero();
        assertThat(tool.run("compare", "base.jfr", "head.jfr")).as(tool.err()).isZero();
        assertThat(tool.out()).contains("Score in %").contains("1 process a side");
    }

    private static void record(Path file) throws IOException {
        try (Recording recording = new Recording()) {
            recording.enable("jdk.InitialSystemProperty");
            recording.enable("jdk.JVMInformation");
            recording.enable("jdk.CPULoad").withPeriod(Duration.ofMillis(20));
            recording.start();
            long end = System.nanoTime() + Duration.ofMillis(200).toNanos();
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(100_000);
            }
            recording.dump(file);
        }
    }
}
