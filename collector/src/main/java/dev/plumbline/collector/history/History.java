package dev.plumbline.collector.history;

import java.util.List;

/**
 * A history as a source has it.
 *
 * @param kind what it is, in a sentence
 * @param runs its runs, oldest first
 * @param remarks what else to know of it: what was left out, and why
 */
record History(String kind, List<HistoricRun> runs, List<String> remarks) {

    History {
        runs = List.copyOf(runs);
        remarks = List.copyOf(remarks);
    }
}
