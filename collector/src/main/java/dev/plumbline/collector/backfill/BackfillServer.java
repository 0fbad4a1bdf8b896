package dev.plumbline.collector.backfill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.collector.client.Backoff;
import dev.plumbline.collector.client.Payload;
import dev.plumbline.collector.client.PlumblineServer;
import dev.plumbline.collector.client.RefusedException;
import dev.plumbline.collector.client.Timing;
import dev.plumbline.collector.client.UploadOutcome;
import dev.plumbline.collector.verdict.Judgement;
import dev.plumbline.collector.verdict.VerdictReader;
import dev.plumbline.collector.verdict.VerdictWait;
import java.time.Duration;

/** What the server knows of the commits to measure, and where their runs go. */
final class BackfillServer {

    private static final Duration JUDGED_WITHIN = Duration.ofMinutes(5);

    private final PlumblineServer server;
    private final VerdictReader reader;
    private final Timing timing;
    private final Duration patience;

    BackfillServer(PlumblineServer server, VerdictReader reader, Timing timing, Duration patience) {
        this.server = server;
        this.reader = reader;
        this.timing = timing;
        this.patience = patience;
    }

    /**
     * The commits between which a regression came in.
     *
     * @param previousCommit the last measured one at the old level
     * @param commit the first measured one at the new level
     */
    record Range(String previousCommit, String commit, String environment, String branch) {}

    /**
     * The range of a regression as it is now.
     *
     * @throws RefusedException when there is none of this number
     */
    Range range(long regression) {
        return server.regression(regression, Range.class, Backoff.lasting(patience))
                .value();
    }

    /** Whether a commit has a run in an environment. */
    boolean has(String commit, String environment) {
        return !server.runs(commit, environment, ObjectNode.class, Backoff.lasting(patience))
                .json()
                .path("runs")
                .isEmpty();
    }

    UploadOutcome deliver(Payload payload) {
        return server.deliver(payload, Backoff.lasting(patience));
    }

    /** Waits until a run is judged; whether it is. */
    boolean judged(long run) {
        return new VerdictWait(server, reader, timing, JUDGED_WITHIN).verdicts(run) instanceof Judgement.Judged;
    }
}
