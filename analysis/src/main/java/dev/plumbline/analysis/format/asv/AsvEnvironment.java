package dev.plumbline.analysis.format.asv;

import dev.plumbline.analysis.format.json.JsonPart;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Setup;
import java.util.Map;
import java.util.TreeMap;

/** What a result file says about the machine ({@code params}), the Python and what was installed. */
final class AsvEnvironment {

    private static final int MOST = 200;

    private AsvEnvironment() {}

    /** The set-up of all results of a file. */
    static Setup setup(Map<String, JsonPart> fields) {
        Map<String, String> settings = new TreeMap<>();
        for (String field : new String[] {"env_vars", "requirements", "params"}) {
            JsonPart values = fields.get(field);
            if (values != null && values.isObject()) {
                values.fields().forEach((name, value) -> put(settings, name, value));
            }
        }
        JsonPart python = fields.get("python");
        if (python != null) {
            put(settings, "python", python);
        }
        return Setup.of(Harness.ASV, "", settings);
    }

    private static void put(Map<String, String> settings, String name, JsonPart value) {
        if (settings.size() < MOST
                && !value.isObject()
                && !value.isArray()
                && !value.text().isEmpty()) {
            settings.put(name, value.text());
        }
    }
}
