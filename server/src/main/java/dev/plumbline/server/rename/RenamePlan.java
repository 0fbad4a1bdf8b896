package dev.plumbline.server.rename;

import dev.plumbline.analysis.rename.RenamePair;
import dev.plumbline.analysis.rename.RenamePattern;
import java.util.List;

/**
 * What accepting a pattern would do.
 *
 * @param pattern the pattern
 * @param pairs the benchmarks that it joins
 * @param refused the pairs that it can't join
 * @param unmatched old benchmarks of which no new one was measured with the same parameters, mode and threads
 */
public record RenamePlan(
        RenamePattern pattern, List<RenamePair> pairs, List<Refused> refused, List<RenamePair> unmatched) {

    public RenamePlan {
        pairs = List.copyOf(pairs);
        refused = List.copyOf(refused);
        unmatched = List.copyOf(unmatched);
    }

    /**
     * A pair that can't be joined.
     *
     * @param pair the pair
     * @param why a sentence
     */
    public record Refused(RenamePair pair, String why) {}
}
