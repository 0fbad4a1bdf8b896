package dev.plumbline.collector.backfill;

import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.jmh.Interruption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Measures a commit and the reference alternately (A B B A …), and takes the machine's drift out of what the commit's
 * benchmarks need: the reference's code doesn't change, so that the median of its ratios to its first measurement is the drift.
 */
final class ReferenceDuet {

    private final SideLauncher reference;
    private final SideLauncher commit;
    private final int pairs;
    private final boolean warmUp;
    private final Path level;
    private final Interruption interruption;

    /**
     * A duet of two checkouts.
     *
     * @param warmUp whether a launch of either side comes first that doesn't count
     * @param level keeps what the reference took in its first duet
     */
    ReferenceDuet(
            SideLauncher reference,
            SideLauncher commit,
            int pairs,
            boolean warmUp,
            Path level,
            Interruption interruption) {
        this.reference = reference;
        this.commit = commit;
        this.pairs = pairs;
        this.warmUp = warmUp;
        this.level = level;
        this.interruption = interruption;
    }

    /**
     * Measures what is built on both sides, and writes what the commit would have taken at the reference's level.
     *
     * @return how many times as slow as at its first duet the machine was; empty when a launch failed or the user interrupted
     */
    Optional<Double> run(Path document) {
        LaunchedForks ofReference = new LaunchedForks();
        LaunchedForks ofCommit = new LaunchedForks();
        try {
            for (int pair = warmUp ? 0 : 1; pair <= pairs; pair++) {
                boolean commitFirst = pair % 2 == 0;
                LaunchedForks kept = pair == 0 ? new LaunchedForks() : ofCommit;
                LaunchedForks keptOfReference = pair == 0 ? new LaunchedForks() : ofReference;
                if (!(commitFirst
                        ? add(commit, kept) && add(reference, keptOfReference)
                        : add(reference, keptOfReference) && add(commit, kept))) {
                    return Optional.empty();
                }
            }
            if (!Files.isRegularFile(level)) {
                ofReference.write(level, 1);
            }
            LaunchedForks first = new LaunchedForks();
            first.add(level);
            double drift = ofReference.ratioTo(first);
            ofCommit.write(document, 1 / drift);
            return Optional.of(drift);
        } catch (IOException failed) {
            throw new UsageException("the results can't be kept in " + level.getParent() + ": " + failed.getMessage());
        }
    }

    private boolean add(SideLauncher side, LaunchedForks kept) throws IOException {
        Optional<Path> results = interruption.requested() ? Optional.empty() : side.launch();
        if (results.isEmpty() || interruption.requested()) {
            return false;
        }
        kept.add(results.get());
        return !kept.isEmpty();
    }
}
