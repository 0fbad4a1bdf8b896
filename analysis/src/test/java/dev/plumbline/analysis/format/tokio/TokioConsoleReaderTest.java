package dev.plumbline.analysis.format.tokio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.audit.Audit;
import dev.plumbline.analysis.audit.AuditCode;
import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.format.DocumentReading;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.hostile.HostileDocuments;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Measurement;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokioConsoleReaderTest {

    private static final double NANOSECOND = 1e-9;

    /** Polls of 10 and 30 ms, the second one 5 ms after it was woken at 40 ms; spawned at 0, first polled at 2 ms, closed at 100 ms. */
    private static final String ONE_TASK = "{\"v\":1}\n"
            + event("Enter", 900, 0)
            + spawn(4, 0, "src/main.rs:16:20", "", "task")
            + event("Enter", 4, 2)
            + waker(4, 3, "\"Clone\"")
            + event("Enter", 4, 5)
            + event("Exit", 4, 6)
            + event("Exit", 4, 12)
            + event("Exit", 900, 13)
            + waker(4, 40, "{\"Wake\":{\"self_wake\":false}}")
            + event("Enter", 4, 45)
            + waker(4, 50, "{\"WakeByRef\":{\"self_wake\":true}}")
            + event("Exit", 4, 75)
            + event("Close", 4, 100);

    @Test
    void timesOfATaskAreToldApart() {
        BenchmarkResult result = one(ONE_TASK);

        assertThat(result.benchmark().key()).isEqualTo("src/main.rs:16:20[ss,1]");
        assertThat(result.primary().score()).isCloseTo(0.040, within(NANOSECOND));
        assertThat(value(result, "scheduled")).isCloseTo(0.002 + 0.005, within(NANOSECOND));
        assertThat(value(result, "idle")).isCloseTo(0.100 - 0.040 - 0.007, within(NANOSECOND));
        assertThat(value(result, "longest-poll")).isCloseTo(0.030, within(NANOSECOND));
        assertThat(value(result, "polls")).isEqualTo(2);
        assertThat(value(result, "wakes")).isEqualTo(2);
        assertThat(value(result, "self-wakes")).isEqualTo(1);
        assertThat(value(result, "tasks")).isEqualTo(1);
        assertThat(value(result, "unfinished-tasks")).isZero();
    }

    @Test
    void tasksOfOnePlaceAreOneBenchmarkAndIdsAreUsedAgain() {
        String second = spawn(4, 200, "src/main.rs:16:20", "", "task")
                + event("Enter", 4, 200)
                + event("Exit", 4, 201)
                + event("Close", 4, 202);
        List<BenchmarkResult> results = read(ONE_TASK
                + second
                + spawn(
                        4,
                        300,
                        "/home/me/.cargo/registry/src/index.crates.io-6f17d22bba15001f/hyper-1.0/src/rt.rs:1:2",
                        "x",
                        "blocking")
                + spawn(5, 300, "", "<b>named</b>", "task")
                + spawn(6, 300, "", "", "task"));

        assertThat(results)
                .extracting(result -> result.benchmark().name())
                .containsExactly("src/main.rs:16:20", "hyper-1.0/src/rt.rs:1:2", "<b>named</b>", "unnamed tasks");
        assertThat(value(results.get(0), "tasks")).isEqualTo(2);
        assertThat(results.get(0).primary().score()).isCloseTo(0.041, within(NANOSECOND));
        assertThat(results.get(1).benchmark().params()).isEqualTo(Map.of("kind", "blocking", "task", "x"));
    }

    @Test
    void aTaskThatKeepsItsThreadIsFound() {
        String hog = "{\"v\":1}\n" + spawn(1, 0, "", "hog", "task") + event("Enter", 1, 0) + event("Exit", 1, 300)
                + event("Close", 1, 301);

        assertThat(audit(hog)).containsExactly(AuditCode.ONE_PROCESS, AuditCode.LONG_POLL);
        assertThat(audit(hog.replace("\"value\":\"task\"", "\"value\":\"blocking\"")))
                .containsExactly(AuditCode.ONE_PROCESS);
    }

    @Test
    void aTaskWithoutAWakerIsFound() {
        String waits = "{\"v\":1}\n" + spawn(1, 0, "", "lost", "task") + event("Enter", 1, 0) + waker(1, 1, "\"Clone\"")
                + event("Exit", 1, 2);

        assertThat(audit(waits)).as("its waker may still wake it").containsExactly(AuditCode.ONE_PROCESS);
        assertThat(audit(waits + waker(1, 3, "\"Drop\""))).containsExactly(AuditCode.ONE_PROCESS, AuditCode.LOST_WAKER);
        assertThat(audit(waits + waker(1, 3, "{\"Wake\":{\"self_wake\":false}}")))
                .as("it was woken, and waits for its thread")
                .containsExactly(AuditCode.ONE_PROCESS);
    }

    @Test
    void aRecordingThatWasCutOffIsReadUpToThere() {
        String cut = ONE_TASK + "{\"Enter\":{\"id\":4,\"at\":{\"secs_since";
        assertThat(one(cut).notes()).extracting(BenchmarkResult.Note::code).containsExactly("partial");
        assertThat(one(cut).primary().score()).isCloseTo(0.040, within(NANOSECOND));
    }

    @Test
    void rejectsWhatIsNoRecordingOfVersionOne() {
        assertThat(DocumentReading.rejection("{\"v\":2}\n" + event("Enter", 1, 1)))
                .startsWith("invalid-field: v isn't 1");
        assertThat(DocumentReading.rejection("{\"v\":1}\n" + event("Enter", 1, 1)))
                .startsWith("no-results: no task was spawned");
        assertThat(DocumentReading.rejection("{\"v\":1}\n" + event("Enter", 1, 1) + "{\"Exit\":{\"id\":1}}\n"))
                .isEqualTo(
                        "missing-field: an event has no at; upload the recording as it was written (line 3, column 16)");
    }

    @Test
    void isReadOrRejectedWhateverIsChanged() throws IOException {
        HostileDocuments.areReadOrRejected(ResultFormat.TOKIO_CONSOLE, ONE_TASK);
    }

    private static String event(String name, int id, int milliseconds) {
        return "{\"" + name + "\":{\"id\":" + id + "," + at(milliseconds) + "}}\n";
    }

    private static String waker(int id, int milliseconds, String operation) {
        return "{\"Waker\":{\"id\":" + id + ",\"op\":" + operation + "," + at(milliseconds) + "}}\n";
    }

    private static String spawn(int id, int milliseconds, String location, String name, String kind) {
        return "{\"Spawn\":{\"id\":" + id + "," + at(milliseconds) + ",\"fields\":[{\"name\":\"kind\",\"value\":\""
                + kind
                + "\"},{\"name\":\"task.name\",\"value\":\"" + name + "\"},{\"name\":\"spawn.location\",\"value\":\""
                + location + "\"},{\"name\":\"task.id\",\"value\":7}]}}\n";
    }

    private static String at(int milliseconds) {
        return "\"at\":{\"secs_since_epoch\":1796014864,\"nanos_since_epoch\":" + milliseconds * 1_000_000L + "}";
    }

    private static double value(BenchmarkResult result, String metric) {
        return result.secondary().stream()
                .filter(each -> each.metric().name().equals(metric))
                .mapToDouble(Measurement::score)
                .findFirst()
                .orElseThrow();
    }

    private static List<AuditCode> audit(String text) {
        Audit audit = new Audit();
        read(text).forEach(audit::add);
        return audit.findings().stream().map(Finding::code).toList();
    }

    private static BenchmarkResult one(String text) {
        List<BenchmarkResult> results = read(text);
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    private static List<BenchmarkResult> read(String text) {
        return DocumentReading.read(ResultFormat.TOKIO_CONSOLE, text);
    }
}
