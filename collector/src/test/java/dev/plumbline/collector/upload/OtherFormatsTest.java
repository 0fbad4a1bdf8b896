package dev.plumbline.collector.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.fixture.FakeServer;
import dev.plumbline.collector.fixture.WithServer;
import dev.plumbline.collector.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Every command that reads results takes JMH's CSV, its table and its log, by their content. */
class OtherFormatsTest extends WithServer {

    private static final String CSV = """
            "Benchmark","Mode","Threads","Samples","Score","Score Error (99.9%%)","Unit"
            "com.acme.Text.split","avgt",1,15,%.6f,0.100000,"us/op"
            """;
    private static final String TEXT = """
            Benchmark   Mode  Cnt  Score   Error  Units
            Text.split  avgt   15  %.3f ± 0.100  us/op
            """;

    @Test
    void uploadsThemWithTheFormatThatTheyHave() throws IOException {
        write("a.txt", CSV, 2);
        write("b.csv", CSV.replace(',', ';'), 2);
        write("jmh.log", TEXT, 2);
        server.then(201, FakeServer.STORED).then(201, FakeServer.STORED).then(201, FakeServer.STORED);

        assertThat(tool.run("upload", "a.txt", "b.csv", "jmh.log"))
                .as(tool.err())
                .isZero();

        assertThat(server.uploads().stream()
                        .map(upload -> JsonText.object(upload.metadata())
                                .orElseThrow()
                                .path("format")
                                .asText()))
                .containsExactly("jmh-csv", "jmh-scsv", "jmh-text");
    }

    @Test
    void refusesAFormatThatTheFileDoesNotHave() throws IOException {
        write("a.csv", CSV, 2);

        assertThat(tool.run("upload", "--format=jmh-json", "a.csv")).isEqualTo(2);

        assertThat(tool.err())
                .contains("a.csv: this is JMH's results in CSV, not jmh-json as stated; state jmh-csv, or no format");
    }

    @Test
    void comparesAndAuditsThem() throws IOException {
        write("base.csv", CSV, 2);
        write("head.csv", CSV, 3);

        assertThat(tool.run("compare", "base.csv", "head.csv")).as(tool.err()).isZero();
        assertThat(tool.out().replaceAll("\\s+", " "))
                .contains("Text.split", "2.00 µs/op", "3.00 µs/op", "inconclusive")
                .contains("base.csv: the table has a mean and no forks, so it counts as one fork; -rf json keeps them");

        assertThat(tool.run("audit", "base.csv")).as(tool.err()).isZero();
        assertThat(tool.out()).contains("forks-unknown");
    }

    @Test
    void findsChangePointsInAFolderOfThem() throws IOException {
        Files.createDirectories(folder.resolve("runs"));
        for (int run = 1; run <= 20; run++) {
            write("runs/run-" + run + ".txt", TEXT, (run <= 10 ? 2 : 3) + run % 3 * 0.01);
        }
        write("runs/run-7.log", TEXT, 2);

        assertThat(tool.run("changepoints", "runs")).as(tool.err()).isZero();

        assertThat(tool.out().replaceAll("\\s+", " "))
                .startsWith("1 change point in 20 runs: 1 for the worse.")
                .contains("a run that another file has in another format, and left out: runs/run-7.txt");
    }

    private void write(String name, String format, double value) throws IOException {
        Files.writeString(folder.resolve(name), String.format(Locale.ROOT, format, value));
    }
}
