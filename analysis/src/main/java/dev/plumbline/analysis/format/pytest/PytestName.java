package dev.plumbline.analysis.format.pytest;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The name of a test. Its parameters are those that {@code params} names, with the values that the test's id has for them ({@code
 * [100k-fast]}): pytest keeps ids unique and stable, while {@code params} may have objects with their addresses. Where ids and names don't
 * match one by one, the id stays in the name.
 *
 * @param name file, class and function, and the id where it has to stay
 * @param params the parameters
 */
record PytestName(String name, SortedMap<String, String> params) {

    /**
     * The name of a test.
     *
     * @param full as {@code fullname} has it
     * @param id what {@code param} has; empty if there is none
     * @param names the fields of {@code params} in their order
     */
    static PytestName of(String full, String id, List<String> names) {
        SortedMap<String, String> params = new TreeMap<>();
        String suffix = "[" + id + "]";
        if (id.isEmpty() || names.isEmpty() || !full.endsWith(suffix) || full.length() == suffix.length()) {
            return new PytestName(full, params);
        }
        String[] values = names.size() == 1 ? new String[] {id} : id.split("-", -1);
        if (values.length != names.size()) {
            return new PytestName(full, params);
        }
        for (int i = 0; i < values.length; i++) {
            params.put(names.get(i), values[i]);
        }
        return params.size() < values.length
                ? new PytestName(full, new TreeMap<>())
                : new PytestName(full.substring(0, full.length() - suffix.length()), params);
    }
}
