package dev.plumbline.collector.verdict;

import dev.plumbline.collector.client.Answer;
import dev.plumbline.collector.client.Backoff;
import dev.plumbline.collector.client.PlumblineServer;
import dev.plumbline.collector.client.RefusedException;
import dev.plumbline.collector.client.Timing;
import dev.plumbline.collector.client.UnreachableException;
import java.time.Duration;
import java.util.Optional;

/** Polls for what a commit did until every run of it is judged. */
public final class ReportWait {

    private final PlumblineServer server;
    private final Polling polling;

    /** Waits at most this long for the verdict. */
    public ReportWait(PlumblineServer server, Timing timing, Duration limit) {
        this.server = server;
        this.polling = new Polling(timing, limit);
    }

    /**
     * The report.
     *
     * @param pullRequest the pull request's number, 0 for none
     * @param backoff how the request is repeated when the server doesn't answer
     * @throws UnreachableException when it doesn't answer, or there is no verdict in time
     * @throws RefusedException when the server refuses the request
     */
    public Answer<ServerReport> report(String commit, int pullRequest, Backoff backoff) {
        try {
            return polling.until(left -> ask(commit, pullRequest, backoff))
                    .orElseThrow(() -> new UnreachableException("no verdict on " + commit + " within "
                            + polling.limit().toSeconds() + " s: some of its runs aren't judged yet, or none was"
                            + " uploaded"));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("interrupted");
        }
    }

    /** The report once it is judged. A server without a run of the commit is asked again: another job may upload one. */
    private Optional<Answer<ServerReport>> ask(String commit, int pullRequest, Backoff backoff) {
        try {
            return Optional.of(server.report(commit, pullRequest, ServerReport.class, backoff))
                    .filter(answer -> answer.value().judged());
        } catch (RefusedException refused) {
            if (refused.problem().status() == 404 && refused.problem().detail().contains(commit)) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
