package dev.plumbline.server.api.upload;

import dev.plumbline.server.http.HttpService;
import dev.plumbline.server.http.ProblemException;
import dev.plumbline.server.http.ProblemKind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;

/**
 * The parts of a {@code multipart/form-data} upload: the file {@code result} goes to the sink, {@code metadata}, a field or
 * a file, is kept, other parts are read and dropped.
 */
final class MultipartBody {

    /** A first-parent log of {@link dev.plumbline.server.ingest.RunMetadata#MOST_COMMITS} commits fits. */
    static final int LARGEST_METADATA = HttpService.LARGEST_FIELD;

    private static final String RESULT = "result";
    private static final String METADATA = "metadata";

    /** What the parts' heads, and parts that nobody asked for, may have. */
    private static final int LARGEST_REST = 1 << 20;

    /** For how long nothing comes of a part that was cut. */
    private static final long PART_MILLIS = 500;

    private final HttpServerRequest request;
    private final Vertx vertx;
    private final FileSink sink;
    private final Promise<Void> ended = Promise.promise();
    private final Buffer metadata = Buffer.buffer();
    private boolean resultSeen;

    private MultipartBody(Vertx vertx, HttpServerRequest request, FileSink sink) {
        this.vertx = vertx;
        this.request = request;
        this.sink = sink;
    }

    /** Whether a request has such a body. */
    static boolean isIn(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /** Reads the parts; the future has the metadata's text once the result is in the sink and the body has ended. */
    static Future<Buffer> read(Vertx vertx, HttpServerRequest request, FileSink sink) {
        return new MultipartBody(vertx, request, sink).read();
    }

    private Future<Buffer> read() {
        try {
            request.setExpectMultipart(true);
        } catch (RuntimeException malformedHeader) {
            sink.fail(malformed(malformedHeader));
        }
        request.uploadHandler(this::part);
        request.exceptionHandler(this::fail);
        request.handler(chunk -> {
            // The fields are kept in memory by whoever decodes them.
            if (request.bytesRead() - sink.bytes() > LARGEST_METADATA + LARGEST_REST) {
                fail(new ProblemException(
                        ProblemKind.INVALID_MULTIPART,
                        "The parts besides 'result' may have at most " + LARGEST_METADATA + " bytes."));
            }
        });
        request.endHandler(end -> {
            if (!resultSeen) {
                fail(new ProblemException(
                        ProblemKind.INVALID_MULTIPART,
                        "The part 'result' is missing: send the document as a file, as curl -F result=@FILE does."));
            }
            ended.tryComplete();
            awaitPart(sink.bytes());
        });
        return sink.done().compose(written -> ended.future()).map(end -> metadataText());
    }

    /**
     * What is left of a part comes after the body's end, as fast as the file takes it. A part of which nothing more comes although the
     * file would take it was cut.
     *
     * @param before how much of it had come when this was last looked at
     */
    private void awaitPart(long before) {
        vertx.setTimer(PART_MILLIS, late -> {
            if (sink.waits() && sink.bytes() == before) {
                fail(new ProblemException(
                        ProblemKind.INVALID_MULTIPART, "The body ends in the middle of a part: send it whole."));
            } else if (!sink.done().isComplete()) {
                awaitPart(sink.bytes());
            }
        });
    }

    private void part(HttpServerFileUpload part) {
        switch (part.name()) {
            case RESULT -> {
                if (resultSeen) {
                    fail(new ProblemException(
                            ProblemKind.INVALID_MULTIPART, "There are several parts 'result': send one document."));
                    drop(part);
                } else {
                    resultSeen = true;
                    sink.take(part);
                }
            }
            case METADATA -> part.handler(this::keep);
            default -> drop(part);
        }
    }

    private void keep(Buffer chunk) {
        if (metadata.length() + chunk.length() > LARGEST_METADATA) {
            fail(new ProblemException(
                    ProblemKind.INVALID_MULTIPART,
                    "The part 'metadata' may have at most " + LARGEST_METADATA + " bytes."));
        } else {
            metadata.appendBuffer(chunk);
        }
    }

    private static void drop(HttpServerFileUpload part) {
        part.handler(dropped -> {});
    }

    private Buffer metadataText() {
        String field = request.getFormAttribute(METADATA);
        return field == null ? metadata : Buffer.buffer(field);
    }

    private void fail(Throwable failure) {
        Throwable reason = failure instanceof ProblemException ? failure : malformed(failure);
        sink.fail(reason);
        ended.tryFail(reason);
    }

    private static ProblemException malformed(Throwable failure) {
        return new ProblemException(
                ProblemKind.INVALID_MULTIPART, "The body is not multipart/form-data: " + failure.getMessage());
    }
}
