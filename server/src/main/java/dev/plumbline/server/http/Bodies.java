package dev.plumbline.server.http;

import dev.plumbline.server.http.limit.BodyMemory;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Reads the bodies of operations other than uploads, of requests that were admitted: each up to a limit and within a time, and all of
 * them together within a memory. Whoever waits for an admission pauses the request, see {@link HttpServerRequest#pause()}.
 */
public final class Bodies {

    /** The most bytes of an operation of the API. */
    public static final int SMALL = 64 * 1024;

    /** A body beyond its limit is read up to this size, so that its sender gets to read the answer. */
    private static final int PATIENCE = 1024 * 1024;

    /** How long a rejected sender may go on sending before its connection is closed. */
    private static final long DROP_MILLIS = TimeUnit.SECONDS.toMillis(5);

    private static final long HANG_UP_MILLIS = TimeUnit.SECONDS.toMillis(1);

    private static final int RETRY_AFTER_SECONDS = 5;

    private final Vertx vertx;
    private final BodyMemory memory;
    private final Duration time;

    /**
     * A reader.
     *
     * @param memory of all bodies that it reads
     * @param time that one body may take to arrive
     */
    public Bodies(Vertx vertx, BodyMemory memory, Duration time) {
        this.vertx = vertx;
        this.memory = memory;
        this.time = time;
    }

    /**
     * Reads a body and works on it. It fails with {@code upload-too-large} beyond the limit, {@code upload-too-slow}, or {@code busy} when
     * there are too many bodies already.
     *
     * @param limit in bytes
     * @param work its memory is free once this is done
     */
    public <T> Future<T> read(HttpServerRequest request, int limit, Function<Buffer, Future<T>> work) {
        BodyMemory.Share share = memory.share();
        Buffer body = Buffer.buffer();
        Promise<Void> read = Promise.promise();
        request.handler(chunk -> {
            if (read.future().isComplete()) {
                return;
            }
            if (request.bytesRead() > limit) {
                if (request.bytesRead() > Math.max(limit, PATIENCE)) {
                    read.tryFail(tooLarge(limit));
                }
            } else if (share.grow(chunk.length())) {
                body.appendBuffer(chunk);
            } else {
                read.tryFail(busy());
            }
        });
        return arrived(request, limit, read)
                .onFailure(failure -> drop(request))
                .compose(whole -> work.apply(body))
                .onComplete(done -> share.close());
    }

    /**
     * Reads a form into the request's attributes, which take up memory until the answer is sent. It fails as {@link #read} does.
     *
     * @param limit in bytes
     */
    public Future<Void> form(RoutingContext context, int limit) {
        HttpServerRequest request = context.request();
        BodyMemory.Share share = memory.share();
        Promise<Void> read = Promise.promise();
        if (announced(request) > limit) {
            // Once there is a decoder, it would keep all of it.
            return rejected(request, tooLarge(limit));
        }
        if (!share.grow(limit)) {
            return rejected(request, busy());
        }
        context.addEndHandler(end -> share.close());
        try {
            request.setExpectMultipart(true);
        } catch (RuntimeException malformedHeader) {
            return rejected(
                    request,
                    new ProblemException(ProblemKind.INVALID_REQUEST, "The form's content type can't be understood."));
        }
        request.uploadHandler(file -> file.handler(dropped -> {}));
        request.handler(chunk -> {
            if (request.bytesRead() > limit) {
                read.tryFail(tooLarge(limit));
            }
        });
        return arrived(request, limit, read).onFailure(failure -> hangUp(request));
    }

    /** Fails with the reason, and drops what the sender still sends. */
    <T> Future<T> rejected(HttpServerRequest request, Throwable reason) {
        drop(request);
        return Future.failedFuture(reason);
    }

    /** Reads what a rejected sender still sends and drops it, so that the sender gets to read the answer; closes the connection if it doesn't end. */
    public void drop(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long timer = vertx.setTimer(DROP_MILLIS, late -> closeUnlessRead(request));
        request.exceptionHandler(cut -> vertx.cancelTimer(timer));
        request.endHandler(end -> vertx.cancelTimer(timer));
        request.handler(dropped -> {});
        request.resume();
    }

    private Future<Void> arrived(HttpServerRequest request, int limit, Promise<Void> read) {
        long timer = vertx.setTimer(
                time.toMillis(),
                late -> read.tryFail(new ProblemException(
                        ProblemKind.UPLOAD_TOO_SLOW,
                        "The body didn't arrive within " + time.toSeconds() + " s. Try again.")));
        request.exceptionHandler(read::tryFail);
        request.endHandler(end -> {
            if (request.bytesRead() <= limit) {
                read.tryComplete();
            } else {
                read.tryFail(tooLarge(limit));
            }
        });
        request.resume();
        return read.future().onComplete(done -> vertx.cancelTimer(timer)).onFailure(failure -> {
            if (!request.isEnded()) {
                request.response().putHeader("Connection", "close");
            }
        });
    }

    /** Reads no more, and closes the connection once the sender had time to read the answer. */
    private void hangUp(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.pause();
            vertx.setTimer(HANG_UP_MILLIS, late -> closeUnlessRead(request));
        }
    }

    /** A connection whose request was read to its end may have begun with the next one. */
    private static void closeUnlessRead(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.connection().close();
        }
    }

    /** The length that the head announces; 0 if it announces none. */
    private static long announced(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    private static ProblemException busy() {
        return Problem.of(ProblemKind.BUSY, "Too many bodies are being read at once. Try again in a moment.")
                .retryAfter(RETRY_AFTER_SECONDS)
                .exception();
    }

    private static ProblemException tooLarge(int limit) {
        return new ProblemException(
                ProblemKind.UPLOAD_TOO_LARGE, "The body of this operation may have at most " + limit + " bytes.");
    }
}
