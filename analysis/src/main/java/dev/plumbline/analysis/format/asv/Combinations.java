package dev.plumbline.analysis.format.asv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The combinations of the values of a benchmark's parameters; the last parameter changes first.
 *
 * @param values the values of each parameter, as asv writes them
 * @param names their names; those that are missing are called as asv calls them: {@code param1}, …
 */
record Combinations(List<List<String>> values, List<String> names) {

    /** How many there are, 1 without parameters; no more than one beyond the limit is told. */
    int count(int limit) {
        long count = 1;
        for (List<String> parameter : values) {
            count = Math.min(count * parameter.size(), limit + 1L);
        }
        return (int) count;
    }

    /** A combination, from 0. */
    Map<String, String> of(int index) {
        Map<String, String> combination = new LinkedHashMap<>();
        int rest = index;
        for (int i = values.size() - 1; i >= 0; i--) {
            List<String> parameter = values.get(i);
            String name = i < names.size() && !names.get(i).isEmpty() ? names.get(i) : "param" + (i + 1);
            combination.put(
                    combination.containsKey(name) ? name + " " + (i + 1) : name,
                    parameter.get(rest % parameter.size()));
            rest /= parameter.size();
        }
        return combination;
    }
}
