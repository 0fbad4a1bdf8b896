package dev.plumbline.server.rename;

import dev.plumbline.analysis.rename.RenamePair;
import dev.plumbline.analysis.rename.RenamePattern;
import java.time.Instant;
import java.util.List;

/**
 * A rename that holds.
 *
 * @param id its key
 * @param pattern what was accepted
 * @param pairs the benchmarks that it joined
 * @param acceptedAt when
 * @param acceptedBy by whom
 */
public record AcceptedRename(
        long id, RenamePattern pattern, List<RenamePair> pairs, Instant acceptedAt, String acceptedBy) {

    public AcceptedRename {
        pairs = List.copyOf(pairs);
    }
}
