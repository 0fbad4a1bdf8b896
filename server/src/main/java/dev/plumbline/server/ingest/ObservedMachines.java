package dev.plumbline.server.ingest;

import dev.plumbline.server.database.StoredJson;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was observed of the machines that measured the parts of one run. */
final class ObservedMachines {

    private static final String BETWEEN = ", ";

    private ObservedMachines() {}

    /**
     * The fields of two observations. Where they differ, both values are given in the order of their characters, so that it doesn't matter
     * which part came first.
     *
     * @param known a JSON object of texts; a field may be of several machines already
     * @param further a JSON object of texts
     */
    static String together(String known, String further) {
        Map<String, String> fields = new TreeMap<>(StoredJson.flat(known));
        StoredJson.flat(further).forEach((name, value) -> fields.merge(name, value, ObservedMachines::both));
        return StoredJson.text(fields);
    }

    private static String both(String known, String value) {
        if (known.equals(value)) {
            return known;
        }
        TreeSet<String> values = new TreeSet<>(Arrays.asList(known.split(BETWEEN)));
        values.add(value);
        return String.join(BETWEEN, values);
    }
}
