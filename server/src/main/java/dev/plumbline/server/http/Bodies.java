package dev.plumbline.server.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** The body of an operation other than an upload, of any content type, kept in memory up to a limit. */
public final class SmallBody {

    private static final int LIMIT = 64 * 1024;

    /** A body beyond the limit is read up to this size, so that its sender gets to read the answer. */
    private static final int PATIENCE = 1024 * 1024;

    private SmallBody() {}

    /** Reads the body; fails with {@code upload-too-large} beyond the limit. */
    public static Future<Buffer> read(HttpServerRequest request) {
        return read(request, LIMIT);
    }

    /**
     * Reads a body that may be larger.
     *
     * @param limit in bytes
     */
    public static Future<Buffer> read(HttpServerRequest request, int limit) {
        Promise<Buffer> read = Promise.promise();
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (request.bytesRead() <= limit) {
                body.appendBuffer(chunk);
            } else if (request.bytesRead() > Math.max(limit, PATIENCE) && read.tryFail(tooLarge(limit))) {
                request.response().putHeader("Connection", "close");
            }
        });
        request.exceptionHandler(read::tryFail);
        request.endHandler(end -> {
            if (request.bytesRead() <= limit) {
                read.tryComplete(body);
            } else {
                read.tryFail(tooLarge(limit));
            }
        });
        return read.future();
    }

    private static ProblemException tooLarge(int limit) {
        return new ProblemException(
                ProblemKind.UPLOAD_TOO_LARGE, "The body of this operation may have at most " + limit + " bytes.");
    }
}
