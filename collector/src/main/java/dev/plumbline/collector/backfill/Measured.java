package dev.plumbline.collector.backfill;

import dev.plumbline.collector.harness.HarnessCommand;
import java.util.List;

/** What is launched to measure a commit, in the folder of its checkout. */
sealed interface Measured {

    /**
     * A harness.
     *
     * @param harness which
     * @param command what starts it
     */
    record ByHarness(HarnessCommand harness, List<String> command) implements Measured {}

    /**
     * Plain commands, which are measured from outside.
     *
     * @param commands each as one text
     */
    record Plain(List<String> commands) implements Measured {}
}
