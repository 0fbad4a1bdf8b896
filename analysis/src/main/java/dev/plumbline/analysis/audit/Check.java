package dev.plumbline.analysis.audit;

import dev.plumbline.analysis.model.BenchmarkResult;

/** Looks for some of the reasons in one result after the other. */
interface Check {

    /** Tells what there is to say about a result. */
    void examine(BenchmarkResult result, Observations observations);
}
