package dev.plumbline.server.api.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.server.http.ProblemException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSinkTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() throws Exception {
        vertx.close().await();
    }

    @Test
    void aFullDiskIsNotTheSendersFault(@TempDir Path folder) throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "there is no /dev/full, on which every write fails");
        Path document = Files.writeString(folder.resolve("document"), "[]");
        AsyncFile file = vertx.fileSystem()
                .open(full.toString(), new OpenOptions().setRead(false).setCreate(false))
                .await();
        FileSink sink = new FileSink(file, 1_000);
        AsyncFile source = vertx.fileSystem()
                .open(document.toString(), new OpenOptions().setWrite(false))
                .await();

        sink.take(source);

        assertThatThrownBy(() -> sink.done().await()).isInstanceOfSatisfying(ProblemException.class, failure -> {
            assertThat(failure.problem().code()).isEqualTo("insufficient-storage");
            assertThat(failure.problem().status()).isEqualTo(507);
            assertThat(failure.problem().retryAfterSeconds()).isEqualTo(OptionalInt.of(60));
        });
    }

    @Test
    void itIsDoneWhenEverythingIsInTheFile(@TempDir Path folder) throws Exception {
        Path document = Files.write(folder.resolve("document"), new byte[3_000_000]);
        Path copy = folder.resolve("copy");
        FileSink sink = new FileSink(
                vertx.fileSystem().open(copy.toString(), new OpenOptions()).await(), 3_000_000);

        sink.take(vertx.fileSystem()
                .open(document.toString(), new OpenOptions().setWrite(false))
                .await());
        sink.done().await();

        assertThat(copy).hasSize(3_000_000);
        assertThat(Buffer.buffer(Files.readAllBytes(copy))).isEqualTo(Buffer.buffer(new byte[3_000_000]));
    }
}
