package dev.plumbline.server.ingest;

import dev.plumbline.server.database.StoredJson;
import java.util.Map;
import java.util.Optional;

/**
 * A run of a CI system, of which each job may upload: all of them measure one commit once.
 *
 * @param provider the CI system
 * @param runId its number of the run
 * @param attempt which attempt of it, as text; {@code 0} where the CI system doesn't count them
 */
record CiRunId(String provider, String runId, String attempt) {

    private static final int LONGEST_FIELD = 200;

    /** The one that an upload's {@code ci} names; empty without a provider or a number. */
    static Optional<CiRunId> of(String ci) {
        Map<String, String> fields = StoredJson.flat(ci);
        String provider = fields.getOrDefault("provider", "");
        String runId = fields.getOrDefault("runId", "");
        return provider.isEmpty() || runId.isEmpty() || provider.length() + runId.length() > LONGEST_FIELD
                ? Optional.empty()
                : Optional.of(new CiRunId(provider, runId, fields.getOrDefault("attempt", "0")));
    }

    /** As runs are told apart by it. */
    String name() {
        return "ci/" + provider + '/' + runId + '/' + attempt;
    }
}
