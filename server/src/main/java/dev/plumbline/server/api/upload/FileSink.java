package dev.plumbline.server.api.upload;

import dev.plumbline.server.http.ProblemException;
import dev.plumbline.server.http.ProblemKind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.streams.ReadStream;

/**
 * Writes a stream to a file as fast as the file accepts it: while the file is behind, the stream is paused, and with it the
 * sender. Bytes are counted on the way, and past the limit nothing more is written. After a failure the rest of the
 * stream is read and dropped.
 */
final class FileSink {

    private final AsyncFile file;
    private final long limit;
    private final Promise<Void> written = Promise.promise();
    private final Future<Void> done;
    private long bytes;

    FileSink(AsyncFile file, long limit) {
        this.file = file;
        this.limit = limit;
        this.done = written.future().eventually(file::close);
    }

    /** Starts to write. */
    void take(ReadStream<Buffer> stream) {
        stream.exceptionHandler(written::tryFail);
        stream.endHandler(end -> written.tryComplete());
        stream.handler(chunk -> {
            if (written.future().isComplete()) {
                return;
            }
            bytes += chunk.length();
            if (bytes > limit) {
                fail(tooLarge(limit));
                return;
            }
            file.write(chunk).onFailure(this::fail);
            if (file.writeQueueFull()) {
                stream.pause();
                file.drainHandler(drained -> stream.resume());
            }
        });
        written.future().onFailure(failure -> stream.resume());
    }

    /** Gives up. */
    void fail(Throwable reason) {
        written.tryFail(reason);
    }

    /** Completes when the stream has ended, everything is in the file and the file is closed. */
    Future<Void> done() {
        return done;
    }

    /** The complaint about a body past the limit. */
    static ProblemException tooLarge(long limit) {
        return new ProblemException(
                ProblemKind.UPLOAD_TOO_LARGE,
                "The body may have at most " + limit
                        + " bytes. Compress it with gzip, or upload fewer results at once.");
    }
}
