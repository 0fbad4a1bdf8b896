package dev.plumbline.collector.verdict;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.collector.client.Answer;
import dev.plumbline.collector.client.Backoff;
import dev.plumbline.collector.client.PlumblineServer;
import dev.plumbline.collector.client.RefusedException;
import dev.plumbline.collector.client.Timing;
import dev.plumbline.collector.client.UnreachableException;
import java.time.Duration;
import java.util.Optional;

/** Polls for a run until it is judged. */
public final class VerdictWait {

    private final PlumblineServer server;
    private final VerdictReader reader;
    private final Polling polling;

    /** Waits at most this long for each run. */
    public VerdictWait(PlumblineServer server, VerdictReader reader, Timing timing, Duration limit) {
        this.server = server;
        this.reader = reader;
        this.polling = new Polling(timing, limit);
    }

    /** The verdicts on a run, or why there are none. */
    public Judgement verdicts(long run) {
        try {
            return polling.until(left -> ask(run, Backoff.lasting(left)))
                    .orElseGet(() -> new Judgement.Missing(
                            "the run was not judged within " + polling.limit().toSeconds() + " s"));
        } catch (RefusedException refused) {
            return new Judgement.Missing("the server refused to tell the verdicts (" + refused.getMessage() + ")");
        } catch (UnreachableException unreachable) {
            return new Judgement.Missing("can't reach the server: " + unreachable.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Judgement.Missing("interrupted");
        }
    }

    private Optional<Judgement> ask(long id, Backoff backoff) {
        Answer<JudgingStatus> run = server.run(id, JudgingStatus.class, backoff);
        return switch (run.value().status()) {
            case "judged" -> {
                ObjectNode verdicts =
                        server.verdicts(id, ObjectNode.class, backoff).json();
                yield Optional.of(new Judgement.Judged(reader.read(id, run.json(), verdicts), verdicts));
            }
            case "failed" ->
                Optional.of(new Judgement.Missing("the server could not judge the run; see the server's log"));
            default -> Optional.empty();
        };
    }
}
