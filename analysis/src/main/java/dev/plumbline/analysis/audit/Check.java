package dev.plumbline.analysis.audit;

import dev.plumbline.analysis.model.BenchmarkResult;

/** Checks one result after the other for some of the reasons. */
interface Check {

    /** Reports what there is to say about a result. */
    void examine(BenchmarkResult result, Observations observations);
}
