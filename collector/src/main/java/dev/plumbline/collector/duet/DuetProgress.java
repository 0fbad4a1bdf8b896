package dev.plumbline.collector.duet;

import java.time.Duration;

/** Receives the progress of a duet. */
public interface DuetProgress {

    /** A pair of a benchmark is about to be measured. */
    void pair(int round, String benchmark, Duration elapsed);

    /** A round is over. */
    void round(int round, int open, int benchmarks, Duration elapsed);

    /** A fork failed. */
    void failure(String sentence);

    /** Nothing more is measured. */
    void done();
}
