package dev.plumbline.server.api.upload;

import dev.plumbline.server.http.ProblemException;
import dev.plumbline.server.http.ProblemKind;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Receives the body of an upload into a file that is removed once the upload has been processed, whatever the outcome. */
public final class UploadReceiver {

    /** How long a rejected sender may go on sending before its connection is closed. */
    private static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(5);

    private static final long MOST_DROPPED = 8L << 20;

    private final Vertx vertx;
    private final Path folder;
    private final long limit;
    private final Duration time;

    public UploadReceiver(Vertx vertx, Path folder, long limit, Duration time) {
        this.vertx = vertx;
        this.folder = folder;
        this.limit = limit;
        this.time = time;
    }

    /**
     * An upload that has arrived completely.
     *
     * @param document the file that the document was written to
     * @param metadata the text of the part {@code metadata}, without bytes when there was none
     */
    record Received(Path document, Buffer metadata) {}

    /**
     * Receives and processes an upload.
     *
     * @param request paused
     * @param work what to do with the whole upload; the file is removed once its future completes
     */
    <T> Future<T> receive(HttpServerRequest request, Function<Received, Future<T>> work) {
        try {
            check(request);
        } catch (ProblemException e) {
            return Future.failedFuture(e);
        }
        Path path = folder.resolve("upload-" + UUID.randomUUID());
        return vertx.fileSystem()
                .open(
                        path.toString(),
                        new OpenOptions().setRead(false).setWrite(true).setCreateNew(true))
                .recover(failure -> Future.failedFuture(FileSink.noRoom(failure)))
                .compose(file -> body(request, new FileSink(file, limit))
                        .compose(metadata -> work.apply(new Received(path, metadata)))
                        .eventually(() -> vertx.fileSystem().delete(path.toString())));
    }

    /**
     * Reads what a rejected sender still sends and drops it, so that the sender gets to read the answer; closes the connection if
     * it doesn't end.
     */
    void drop(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long timer = vertx.setTimer(PATIENCE_MILLIS, late -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
        request.exceptionHandler(cut -> vertx.cancelTimer(timer));
        request.endHandler(end -> vertx.cancelTimer(timer));
        long most = request.bytesRead() + MOST_DROPPED;
        boolean decoded = MultipartBody.isIn(request);
        request.handler(dropped -> {
            // The fields of a multipart body are still decoded, and kept.
            if (decoded && request.bytesRead() > most) {
                request.connection().close();
            }
        });
        request.resume();
    }

    private void check(HttpServerRequest request) {
        String encoding = request.getHeader("Content-Encoding");
        boolean gzip = "gzip".equalsIgnoreCase(encoding);
        boolean multipart = MultipartBody.isIn(request);
        if (encoding != null && !gzip && !"identity".equalsIgnoreCase(encoding)) {
            throw new ProblemException(
                    ProblemKind.UNSUPPORTED_ENCODING, "Send the body uncompressed or with Content-Encoding: gzip.");
        }
        if (gzip && multipart) {
            throw new ProblemException(
                    ProblemKind.UNSUPPORTED_ENCODING,
                    "A multipart body can't be compressed as a whole: compress the part 'result' with gzip.");
        }
        long allowed = multipart ? limit + MultipartBody.LARGEST_METADATA : limit;
        String length = request.getHeader("Content-Length");
        if (length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > allowed) {
            throw FileSink.tooLarge(limit);
        }
    }

    private Future<Buffer> body(HttpServerRequest request, FileSink sink) {
        long timer = vertx.setTimer(
                time.toMillis(),
                late -> sink.fail(new ProblemException(
                        ProblemKind.UPLOAD_TOO_SLOW,
                        "The body didn't arrive within " + time.toSeconds()
                                + " s. Try again over a faster connection.")));
        Future<Buffer> metadata;
        if (MultipartBody.isIn(request)) {
            metadata = MultipartBody.read(vertx, request, sink);
        } else {
            sink.take(request);
            metadata = sink.done().map(Buffer.buffer());
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        request.resume();
        return metadata.onComplete(done -> vertx.cancelTimer(timer));
    }
}
