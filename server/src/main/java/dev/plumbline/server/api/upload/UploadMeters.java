package dev.plumbline.server.api.upload;

import dev.plumbline.server.ingest.StoredRun;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts uploads by outcome, and the results that they contained. */
public final class UploadMeters {

    private static final int SERVER_ERRORS = 500;

    private final Counter stored;
    private final Counter duplicate;
    private final Counter refused;
    private final Counter failed;
    private final Counter results;

    public UploadMeters(MeterRegistry meters) {
        this.stored = outcome(meters, "stored");
        this.duplicate = outcome(meters, "duplicate");
        this.refused = outcome(meters, "refused");
        this.failed = outcome(meters, "failed");
        this.results = Counter.builder("plumbline.results")
                .description("Results stored")
                .register(meters);
    }

    void stored(StoredRun run) {
        if (run.duplicate()) {
            duplicate.increment();
        } else {
            stored.increment();
            results.increment(run.results());
        }
    }

    /** An upload that ended with a problem: rejected, or failed because of a fault of ours. */
    void refused(int status) {
        (status >= SERVER_ERRORS ? failed : refused).increment();
    }

    private static Counter outcome(MeterRegistry meters, String outcome) {
        return Counter.builder("plumbline.uploads")
                .description("Uploads by outcome")
                .tag("outcome", outcome)
                .register(meters);
    }
}
