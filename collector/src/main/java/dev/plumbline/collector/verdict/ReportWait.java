package dev.plumbline.collector.verdict;

import dev.plumbline.collector.client.Backoff;
import dev.plumbline.collector.client.PlumblineServer;
import dev.plumbline.collector.client.RefusedException;
import dev.plumbline.collector.client.Timing;
import dev.plumbline.collector.client.UnreachableException;
import dev.plumbline.collector.json.JsonObject;
import java.time.Duration;
import java.time.Instant;

/** Asks what a commit did until every run of it is judged. */
public final class ReportWait {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final PlumblineServer server;
    private final Timing timing;
    private final Duration limit;

    /** Waits at most so long for the verdict. */
    public ReportWait(PlumblineServer server, Timing timing, Duration limit) {
        this.server = server;
        this.timing = timing;
        this.limit = limit;
    }

    /**
     * The report.
     *
     * @param pullRequest the pull request's number, 0 for none
     * @param backoff how the server is tried again when it does not answer
     * @throws UnreachableException when it does not answer, or there is no verdict in time
     * @throws RefusedException when the server does not tell it
     */
    public ServerReport report(String commit, int pullRequest, Backoff backoff) {
        Instant deadline = timing.clock().instant().plus(limit);
        Duration pause = FIRST_PAUSE;
        while (true) {
            JsonObject report = ask(commit, pullRequest, backoff);
            if (report.text("state").equals("judged")) {
                return ServerReport.of(report);
            }
            if (timing.clock().instant().plus(pause).isAfter(deadline)) {
                throw new UnreachableException("there is no verdict on " + commit + " within " + limit.toSeconds()
                        + " s: not all of its runs are judged, or none was uploaded");
            }
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    /** What the server says; nothing while it has no run of the commit, which another job may be about to upload. */
    private JsonObject ask(String commit, int pullRequest, Backoff backoff) {
        try {
            return server.report(commit, pullRequest, backoff);
        } catch (RefusedException refused) {
            if (refused.problem().status() == 404 && refused.problem().detail().contains(commit)) {
                return JsonObject.EMPTY;
            }
            throw refused;
        }
    }

    private void sleep(Duration pause) {
        try {
            timing.sleeper().sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("interrupted");
        }
    }
}
