package dev.plumbline.analysis.rename;

import java.util.List;

/**
 * A rename that is certain enough to be offered.
 *
 * @param pattern which covers all of its pairs
 * @param pairs the benchmarks, by their old names
 */
public record RenameOffer(RenamePattern pattern, List<RenamePair> pairs) {

    public RenameOffer {
        pairs = List.copyOf(pairs);
    }
}
