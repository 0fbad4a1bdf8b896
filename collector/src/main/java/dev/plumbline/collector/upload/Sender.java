package dev.plumbline.collector.upload;

import dev.plumbline.collector.client.Backoff;
import dev.plumbline.collector.client.Payload;
import dev.plumbline.collector.client.PlumblineServer;
import dev.plumbline.collector.client.UploadOutcome;
import dev.plumbline.collector.spool.Spool;
import dev.plumbline.collector.spool.SpoolEntry;
import dev.plumbline.collector.terminal.Console;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Sends payloads one after the other, kept ones first; after one couldn't be sent, no more are tried. */
public final class Sender {

    private final PlumblineServer server;
    private final UploadSettings settings;
    private final @Nullable Spool spool;
    private final Console console;
    private UploadOutcome.@Nullable Unreachable unreachable;

    public Sender(PlumblineServer server, UploadSettings settings, @Nullable Spool spool, Console console) {
        this.server = server;
        this.settings = settings;
        this.spool = spool;
        this.console = console;
    }

    /** Sends what was kept for this project of this server. A failure here never stops what comes after. */
    void resend() {
        if (spool == null) {
            return;
        }
        try {
            for (SpoolEntry entry :
                    spool.waiting(settings.access().server(), settings.access().project())) {
                if (!resend(spool, entry)) {
                    return;
                }
            }
        } catch (IOException failed) {
            console.warning("can't read the spool: " + failed.getMessage());
        }
    }

    private boolean resend(Spool from, SpoolEntry entry) throws IOException {
        String name = entry.payload().name();
        UploadOutcome outcome = deliver(entry.payload());
        if (outcome instanceof UploadOutcome.Accepted accepted) {
            from.sent(entry);
            console.note(
                    "kept upload " + name + " was sent: run " + accepted.run().id());
            return true;
        }
        if (outcome instanceof UploadOutcome.Refused refused) {
            if (refused.becauseOfContent()) {
                from.setAside(
                        entry, "the server refused it: " + refused.problem().sentence());
                return true;
            }
            console.warning(
                    "kept upload " + name + " stays: " + refused.problem().sentence());
        }
        return false;
    }

    /** Sends a payload and keeps it when it can't be sent. */
    public Sent send(Payload payload) {
        UploadOutcome outcome = deliver(payload);
        if (spool == null || !(outcome instanceof UploadOutcome.Unreachable)) {
            return new Sent(payload.name(), outcome, null);
        }
        try {
            return new Sent(
                    payload.name(),
                    outcome,
                    spool.keep(settings.access().server(), settings.access().project(), payload));
        } catch (IOException failed) {
            console.error(payload.name() + " couldn't be kept either: " + failed);
            return new Sent(payload.name(), outcome, null);
        }
    }

    private UploadOutcome deliver(Payload payload) {
        if (unreachable != null) {
            return unreachable;
        }
        UploadOutcome outcome =
                server.deliver(payload, Backoff.lasting(settings.access().retryFor()));
        if (outcome instanceof UploadOutcome.Unreachable failed) {
            unreachable = failed;
        }
        return outcome;
    }

    /**
     * What happened to a file.
     *
     * @param name the file's name
     * @param outcome what the server said
     * @param keptAt where it was kept; null when it wasn't
     */
    public record Sent(
            String name, UploadOutcome outcome, @Nullable Path keptAt) {}
}
