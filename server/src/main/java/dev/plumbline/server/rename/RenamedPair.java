package dev.plumbline.server.rename;

import dev.plumbline.analysis.rename.RenamePair;

/** A pair with the keys of its benchmarks. */
record RenamedPair(KnownBenchmark from, KnownBenchmark to) {

    RenamePair pair() {
        return new RenamePair(from.id(), to.id());
    }
}
