package dev.plumbline.server.rename;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The names that a person may have meant: those with the most characters in common at the beginning and at the end. Pure. */
final class NearestNames {

    private static final int MOST = 3;

    private NearestNames() {}

    /** At most three of the names, the nearest first; only such as share something with the text. */
    static List<String> of(String text, Collection<String> names) {
        return names.stream()
                .distinct()
                .filter(name -> shared(text, name) > 0)
                .sorted(Comparator.comparingInt((String name) -> shared(text, name))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    private static int shared(String one, String other) {
        int limit = Math.min(one.length(), other.length());
        int start = 0;
        while (start < limit && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < limit - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return start + end;
    }
}
