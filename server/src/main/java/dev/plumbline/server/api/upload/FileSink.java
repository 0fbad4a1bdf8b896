package dev.plumbline.server.api.upload;

import dev.plumbline.server.http.Problem;
import dev.plumbline.server.http.ProblemException;
import dev.plumbline.server.http.ProblemKind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.streams.ReadStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a stream to a file as fast as the file accepts it: while the file is behind, the stream is paused, and with it the
 * sender. Bytes are counted on the way, and past the limit nothing more is written. After a failure the rest of the
 * stream is read and dropped.
 */
final class FileSink {

    private static final Logger LOG = LoggerFactory.getLogger(FileSink.class);

    private static final int RETRY_AFTER_SECONDS = 60;

    private final AsyncFile file;
    private final long limit;
    private final Promise<Void> written = Promise.promise();
    private final Future<Void> done;
    private long bytes;
    private int writing;
    private boolean ended;
    private boolean paused;

    FileSink(AsyncFile file, long limit) {
        this.file = file;
        this.limit = limit;
        this.done = written.future().eventually(file::close);
    }

    /** Starts to write. */
    void take(ReadStream<Buffer> stream) {
        stream.exceptionHandler(written::tryFail);
        stream.endHandler(end -> {
            ended = true;
            settle();
        });
        stream.handler(chunk -> {
            if (written.future().isComplete()) {
                return;
            }
            bytes += chunk.length();
            if (bytes > limit) {
                fail(tooLarge(limit));
                return;
            }
            writing++;
            file.write(chunk).onComplete(write -> {
                writing--;
                if (write.failed()) {
                    fail(noRoom(write.cause()));
                }
                settle();
            });
            if (file.writeQueueFull()) {
                paused = true;
                stream.pause();
                file.drainHandler(drained -> {
                    paused = false;
                    stream.resume();
                });
            }
        });
        written.future().onFailure(failure -> stream.resume());
    }

    /** Everything is in the file once the stream has ended and each write of it is done. */
    private void settle() {
        if (ended && writing == 0) {
            written.tryComplete();
        }
    }

    /** Gives up. */
    void fail(Throwable reason) {
        written.tryFail(reason);
    }

    /** How many bytes came. */
    long bytes() {
        return bytes;
    }

    /** Whether the stream hasn't ended although nothing keeps it from going on. */
    boolean waits() {
        return !ended && !paused && !written.future().isComplete();
    }

    /** Completes when the stream has ended, everything is in the file and the file is closed. */
    Future<Void> done() {
        return done;
    }

    /** The complaint of a disk that takes no more; the sender's document is not to blame, and comes again later. */
    static ProblemException noRoom(Throwable failure) {
        LOG.error("an upload can't be written: is the disk of the data folder full?", failure);
        return Problem.of(
                        ProblemKind.INSUFFICIENT_STORAGE,
                        "The server has no room for the upload. Nothing was stored. Try again later.")
                .retryAfter(RETRY_AFTER_SECONDS)
                .exception();
    }

    /** The complaint about a body past the limit. */
    static ProblemException tooLarge(long limit) {
        return new ProblemException(
                ProblemKind.UPLOAD_TOO_LARGE,
                "The body may have at most " + limit
                        + " bytes. Compress it with gzip, or upload fewer results at once.");
    }
}
