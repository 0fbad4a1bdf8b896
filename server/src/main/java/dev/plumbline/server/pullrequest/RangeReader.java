package dev.plumbline.server.pullrequest;

import dev.plumbline.forge.repository.Forge;
import dev.plumbline.forge.repository.ForgeException;
import dev.plumbline.server.forges.ForgeLinks;
import dev.plumbline.server.forges.ForgesException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the forge that a project is bound to which files differ in a range of commits.
 *
 * <p>Threads of its own ask, so that a slow forge holds up nobody else; who wants to know waits for a moment, and what arrives later is there
 * the next time. What differs between two commits never changes, so that answers are kept, of 256 ranges at most: one with the server's
 * credential until its place is needed, one without for an hour, since a repository can become private; a failure for five minutes.
 */
public final class RangeReader implements AutoCloseable {

    /** How long a page waits for a forge. */
    public static final Duration PATIENCE = Duration.ofMillis(1500);

    private static final Logger LOG = LoggerFactory.getLogger(RangeReader.class);
    private static final Duration FAILURE_LASTS = Duration.ofMinutes(5);
    private static final Duration SHOWN_LASTS = Duration.ofHours(1);
    private static final int MOST_KEPT = 256;
    private static final int THREADS = 2;
    private static final int WAITING = 32;

    private final BoundForges bound;
    private final InstantSource clock;
    private final Duration patience;
    private final ExecutorService threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            task -> new Thread(task, "plumbline-forge-reading"));

    /** The latest used is the last. */
    private final Map<Range, Asked> asked = new LinkedHashMap<>(16, 0.75f, true);

    /** Who reads the answer. */
    public enum Reader {
        /** Somebody who may see what the server's credential shows. */
        MEMBER,
        /** Somebody who may see only what the forge shows everybody: it is asked without a credential. */
        ANYBODY
    }

    private record Range(String forge, String repository, String base, String head, Reader reader) {}

    private record Asked(CompletableFuture<RangeFiles> answer, Instant at) {}

    /**
     * A reader.
     *
     * @param patience how long to wait for an answer
     */
    public RangeReader(BoundForges bound, InstantSource clock, Duration patience) {
        this.bound = bound;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * The files that differ between a commit and a later one; empty if the project isn't bound to a forge, or the forge doesn't say it, or not
     * in time, or not to this reader. Blocks for as long as its patience lasts.
     */
    public Optional<RangeFiles> of(long projectId, Reader reader, String base, String head) {
        if (!ForgeLinks.isHash(base) || !ForgeLinks.isHash(head) || base.equals(head)) {
            return Optional.empty();
        }
        if (!(bound.of(projectId) instanceof BoundForge.Bound forge)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ask(forge, reader, base, head).get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException | RejectedExecutionException noAnswer) {
            return Optional.empty();
        }
    }

    private synchronized CompletableFuture<RangeFiles> ask(
            BoundForge.Bound forge, Reader reader, String base, String head) {
        Range range = new Range(forge.forge().name(), forge.repository(), base, head, reader);
        Asked known = asked.get(range);
        if (known != null && !isStale(reader, known)) {
            return known.answer();
        }
        CompletableFuture<RangeFiles> answer = CompletableFuture.supplyAsync(() -> read(forge, reader, base, head), threads);
        asked.put(range, new Asked(answer, clock.instant()));
        asked.keySet().stream()
                .limit(Math.max(0, asked.size() - MOST_KEPT))
                .toList()
                .forEach(asked::remove);
        return answer;
    }

    private boolean isStale(Reader reader, Asked known) {
        Duration age = Duration.between(known.at(), clock.instant());
        return known.answer().isCompletedExceptionally()
                ? age.compareTo(FAILURE_LASTS) > 0
                : reader == Reader.ANYBODY && age.compareTo(SHOWN_LASTS) > 0;
    }

    private RangeFiles read(BoundForge.Bound forge, Reader reader, String base, String head) {
        try {
            Forge repository =
                    switch (reader) {
                        case MEMBER -> bound.connect(forge);
                        case ANYBODY -> bound.connectAsAnybody(forge);
                    };
            return RangeFiles.of(repository.changedFiles(base, head));
        } catch (ForgeException | ForgesException failure) {
            LOG.info("The files of a range are not known: {}", failure.getMessage());
            throw failure;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
