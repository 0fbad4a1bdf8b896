package dev.plumbline.collector.bisect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** The commits that may be the culprit: halved by each that is found good or bad, as git bisect does. Commits are numbered from 0. */
public final class SearchRange {

    private final Set<Integer> skipped = new HashSet<>();
    private int good = -1;
    private int bad;

    /** This many commits, oldest first, of which the last is bad; the one before the first is good. */
    public SearchRange(int commits) {
        if (commits < 1) {
            throw new IllegalArgumentException("no commits to search");
        }
        this.bad = commits - 1;
    }

    /** The commit to try next: the nearest to the middle that was not skipped; empty when none is left between good and bad. */
    public OptionalInt next() {
        int middle = good + (bad - good) / 2;
        for (int distance = 0; distance <= bad - good; distance++) {
            for (int candidate : new int[] {middle - distance, middle + distance}) {
                if (candidate > good && candidate < bad && !skipped.contains(candidate)) {
                    return OptionalInt.of(candidate);
                }
            }
        }
        return OptionalInt.empty();
    }

    /** It is as fast as the good one. */
    public void good(int commit) {
        good = commit;
    }

    /** It is as slow as the bad one. */
    public void bad(int commit) {
        bad = commit;
    }

    /** It can't be built, or can't be told. */
    public void skip(int commit) {
        skipped.add(commit);
    }

    /** The commits that may be the culprit: after the last good one, up to and with the first bad one. */
    public List<Integer> suspects() {
        List<Integer> suspects = new ArrayList<>();
        for (int commit = good + 1; commit <= bad; commit++) {
            suspects.add(commit);
        }
        return suspects;
    }
}
