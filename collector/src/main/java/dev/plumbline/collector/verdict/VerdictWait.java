package dev.plumbline.collector.verdict;

import dev.plumbline.collector.client.Backoff;
import dev.plumbline.collector.client.PlumblineServer;
import dev.plumbline.collector.client.RefusedException;
import dev.plumbline.collector.client.Timing;
import dev.plumbline.collector.client.UnreachableException;
import dev.plumbline.collector.json.JsonObject;
import java.time.Duration;
import java.time.Instant;

/** Asks for a run until it is judged. */
public final class VerdictWait {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final PlumblineServer server;
    private final VerdictReader reader;
    private final Timing timing;
    private final Duration limit;

    /** Waits at most so long for each run. */
    public VerdictWait(PlumblineServer server, VerdictReader reader, Timing timing, Duration limit) {
        this.server = server;
        this.reader = reader;
        this.timing = timing;
        this.limit = limit;
    }

    /** The verdicts on a run, or why there are none. */
    public Judgement verdicts(long run) {
        try {
            return poll(run);
        } catch (RefusedException refused) {
            return new Judgement.Missing("the server does not tell the verdicts (" + refused.getMessage() + ")");
        } catch (UnreachableException unreachable) {
            return new Judgement.Missing("the server cannot be reached: " + unreachable.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Judgement.Missing("interrupted");
        }
    }

    private Judgement poll(long run) throws InterruptedException {
        Instant deadline = timing.clock().instant().plus(limit);
        Duration pause = FIRST_PAUSE;
        while (true) {
            Backoff backoff = Backoff.lasting(Duration.between(timing.clock().instant(), deadline));
            JsonObject status = server.run(run, backoff);
            switch (status.text("status")) {
                case "judged" -> {
                    JsonObject verdicts = server.verdicts(run, backoff);
                    return new Judgement.Judged(reader.read(run, status, verdicts), verdicts);
                }
                case "failed" -> {
                    return new Judgement.Missing("the server could not judge the run; its log says why");
                }
                default -> {
                    if (timing.clock().instant().plus(pause).isAfter(deadline)) {
                        return new Judgement.Missing("the run was not judged within " + limit.toSeconds() + " s");
                    }
                }
            }
            timing.sleeper().sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }
}
