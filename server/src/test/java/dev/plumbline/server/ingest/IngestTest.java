package dev.plumbline.server.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoredText;
import dev.plumbline.server.database.TestDatabase;
import dev.plumbline.server.project.Projects;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {

    @TempDir
    Path folder;

    private Database database;
    private long project;
    private Uploads uploads;

    @BeforeEach
    void open() {
        database = TestDatabase.open();
        project = new Projects(database).create("acme", "Acme", "main", true).id();
        uploads = new Uploads(database, project, folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void storesRunPointsDocumentAndJob() {
        String document = new JmhDocuments()
                .with("a.B.one", 10, 11, 12)
                .with("a.B.two", 5, 6, 7)
                .json();

        StoredRun run = uploads.upload(3, document);

        assertThat(run.duplicate()).isFalse();
        assertThat(run.results()).isEqualTo(2);
        assertThat(run.points()).isEqualTo(2);
        assertThat(count("run")).isEqualTo(1);
        assertThat(count("point")).isEqualTo(2);
        assertThat(count("job")).isEqualTo(1);
        // The log names commits 0 to 3.
        assertThat(count("branch_commit")).isEqualTo(4);
        // 10, 11, 12 ns/op have the mean 11e-9 s/op.
        assertThat((Double) query("select max(value) from point where project_id = ?"))
                .isCloseTo(11e-9, withinPercentage(1e-9));
    }

    @Test
    void keepsTheDocumentAsItCame() throws IOException {
        String document = new JmhDocuments().with("a.B.one", 10, 11, 12).json();

        uploads.upload(0, document);

        byte[] stored = (byte[]) query("select content from document where project_id = ?");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(stored))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(document);
        }
    }

    @Test
    void answersTheSameUploadWithTheFirstRun() {
        String document = new JmhDocuments().with("a.B.one", 10, 11, 12).json();

        StoredRun first = uploads.upload(0, document);
        StoredRun second = uploads.upload(0, document);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.duplicate()).isTrue();
        assertThat(count("run")).isEqualTo(1);
        assertThat(count("point")).isEqualTo(1);
    }

    @Test
    void knowsADocumentAgainWhenItComesCompressed() throws IOException {
        String document = new JmhDocuments().with("a.B.one", 10, 11, 12).json();
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(document.getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("upload.json.gz"), compressed.toByteArray());

        StoredRun plain = uploads.upload(0, document);
        StoredRun again = new Ingest(database, ReadLimits.defaults())
                .store(new Upload(
                        project, Uploads.metadata("main", Uploads.sha(0), List.of()), ResultFormat.JMH_JSON, file));

        assertThat(again.id()).isEqualTo(plain.id());
        assertThat(again.duplicate()).isTrue();
    }

    @Test
    void otherContentUnderTheSameKeyIsAnotherRun() {
        StoredRun first =
                uploads.upload(0, new JmhDocuments().with("a.B.one", 10, 11).json());
        StoredRun second =
                uploads.upload(0, new JmhDocuments().with("a.B.one", 10, 12).json());

        assertThat(second.duplicate()).isFalse();
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    @Test
    void manyEqualUploadsAtOnceStoreOneRun() throws Exception {
        String document = new JmhDocuments().with("a.B.one", 10, 11, 12).json();
        Callable<StoredRun> upload = () -> uploads.upload(2, document);
        try (ExecutorService executor = Executors.newFixedThreadPool(6)) {
            List<Future<StoredRun>> answers = executor.invokeAll(
                    IntStream.range(0, 12).mapToObj(i -> upload).toList());
            for (Future<StoredRun> answer : answers) {
                assertThat(answer.get().id()).isEqualTo(answers.getFirst().get().id());
            }
        }
        assertThat(count("run")).isEqualTo(1);
        assertThat(count("point")).isEqualTo(1);
    }

    @Test
    void differentUploadsAtOnceShareBenchmarksAndSeries() throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(6)) {
            List<Callable<StoredRun>> calls = IntStream.range(0, 12)
                    .<Callable<StoredRun>>mapToObj(i -> () -> uploads.upload(
                            i,
                            new JmhDocuments()
                                    .with("a.B.one", 10 + i, 11)
                                    .with("a.B.two", 5 + i, 6)
                                    .json()))
                    .toList();
            for (Future<StoredRun> answer : executor.invokeAll(calls)) {
                assertThat(answer.get().duplicate()).isFalse();
            }
        }
        assertThat(count("run")).isEqualTo(12);
        assertThat(count("benchmark")).isEqualTo(2);
        assertThat(count("series")).isEqualTo(2);
        assertThat(count("point")).isEqualTo(24);
        assertThat(count("branch_commit")).isEqualTo(12);
    }

    @Test
    void aRefusedDocumentLeavesNothing() {
        assertThatThrownBy(() -> uploads.upload(0, "[{\"benchmark\": \"a.B.one\", "))
                .isInstanceOf(DocumentException.class);

        assertThat(count("run")).isZero();
        assertThat(count("commit")).isZero();
        assertThat(count("environment")).isZero();
    }

    @Test
    void keepsAstralCharactersOfNames() {
        uploads.upload(
                0, new JmhDocuments().with("a.B.whole\\ud83d\\ude00", 1, 2).json());

        assertThat(query("select name from benchmark where project_id = ?")).isEqualTo("a.B.whole😀");
    }

    @Test
    void replacesWhatPostgresCannotHoldInTextsForPeople() {
        assertThat(StoredText.clean("nul\0 half\ud83d whole\ud83d\ude00 é"))
                .isEqualTo("nul\uFFFD half\uFFFD whole\ud83d\ude00 é");
    }

    private long count(String table) {
        return (Long) query("select count(*) from " + table + " where project_id = ?");
    }

    private Object query(String sql) {
        return database.read(handle -> handle.select(sql, project)
                .map((row, context) -> row.getObject(1))
                .one());
    }
}
