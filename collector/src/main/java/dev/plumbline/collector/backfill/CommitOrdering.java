package dev.plumbline.collector.backfill;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Which of the commits between two are measured, and in which order. Pure. */
final class CommitOrdering {

    private CommitOrdering() {}

    /** Every n-th, the last one included: of 7 commits and n = 3 the first, the fourth and the seventh. */
    static <T> List<T> every(List<T> commits, int step) {
        List<T> chosen = new ArrayList<>();
        for (int i = commits.size() - 1; i >= 0; i -= step) {
            chosen.add(0, commits.get(i));
        }
        return chosen;
    }

    /** Those that halve the range first: the one in the middle, then those in the middle of either half, and so on. */
    static <T> List<T> halving(List<T> commits) {
        List<T> chosen = new ArrayList<>();
        Deque<List<T>> parts = new ArrayDeque<>(List.of(commits));
        while (!parts.isEmpty()) {
            List<T> part = parts.poll();
            if (part.isEmpty()) {
                continue;
            }
            int middle = part.size() / 2;
            chosen.add(part.get(middle));
            parts.add(part.subList(0, middle));
            parts.add(part.subList(middle + 1, part.size()));
        }
        return chosen;
    }
}
