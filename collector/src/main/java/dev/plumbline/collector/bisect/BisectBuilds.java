package dev.plumbline.collector.bisect;

import dev.plumbline.collector.duet.DuetSide;
import java.util.Optional;

/** What measures commits, each built at most once. Closing it removes its checkouts. */
interface BisectBuilds extends AutoCloseable {

    /** The commit's benchmarks; empty when it does not build. */
    Optional<DuetSide> of(String commit);

    @Override
    void close();
}
