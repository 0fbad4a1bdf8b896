package dev.plumbline.collector.duet;

import dev.plumbline.collector.compare.PairedComparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Two versions, and the pairs that were measured of them so far. */
public interface MeasuredPairs {

    /**
     * Measures a pair.
     *
     * @param benchmark what is measured at a time
     * @param headFirst whether the head is measured first
     * @param progress is told why a side failed, unless the user interrupted it
     * @return false when a side failed, and the pair was left out
     */
    boolean measure(String benchmark, boolean headFirst, DuetProgress progress);

    /** The verdicts on the pairs so far. */
    PairedComparison comparison();

    /** What needs more pairs, of what is measured at a time. */
    Set<String> open();

    /** Writes the document of either side; nothing as long as one has no results. */
    void write(Path baseFile, Path headFile) throws IOException;
}
