package dev.plumbline.server.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.audit.RunSetup;
import dev.plumbline.analysis.model.Setup;
import dev.plumbline.server.database.JsonText;
import dev.plumbline.server.database.StoreException;
import dev.plumbline.server.database.StoredText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The column {@code run.setup}: {@code {"setups": [{…}], "others": {"key": 1}}}. */
public final class SetupJson {

    private static final JsonFactory JSON = new JsonFactory();

    private SetupJson() {}

    public static String write(RunSetup setup) {
        return JsonText.write(generator -> {
            generator.writeStartObject();
            generator.writeArrayFieldStart("setups");
            for (Setup each : setup.setups()) {
                write(generator, each);
            }
            generator.writeEndArray();
            generator.writeObjectFieldStart("others");
            for (Map.Entry<String, Integer> other : setup.others().entrySet()) {
                generator.writeNumberField(other.getKey(), other.getValue());
            }
            generator.writeEndObject();
            generator.writeEndObject();
        });
    }

    private static void write(JsonGenerator generator, Setup setup) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("jmhVersion", StoredText.clean(setup.jmhVersion()));
        generator.writeArrayFieldStart("jvmArgs");
        for (String argument : setup.jvmArgs()) {
            generator.writeString(StoredText.clean(argument));
        }
        generator.writeEndArray();
        generator.writeStringField("jdkVersion", StoredText.clean(setup.jdkVersion()));
        generator.writeStringField("vmName", StoredText.clean(setup.vmName()));
        generator.writeStringField("vmVersion", StoredText.clean(setup.vmVersion()));
        generator.writeNumberField("forks", setup.forks());
        generator.writeNumberField("warmupIterations", setup.warmupIterations());
        generator.writeStringField("warmupTime", StoredText.clean(setup.warmupTime()));
        generator.writeNumberField("warmupBatchSize", setup.warmupBatchSize());
        generator.writeNumberField("measurementIterations", setup.measurementIterations());
        generator.writeStringField("measurementTime", StoredText.clean(setup.measurementTime()));
        generator.writeNumberField("measurementBatchSize", setup.measurementBatchSize());
        generator.writeEndObject();
    }

    /** What {@link #write} wrote. */
    static RunSetup read(String json) {
        List<Setup> setups = new ArrayList<>();
        Map<String, Integer> others = new HashMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("setups")) {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        setups.add(setup(parser));
                    }
                } else {
                    while (parser.nextToken() == JsonToken.FIELD_NAME) {
                        String key = parser.currentName();
                        parser.nextToken();
                        others.put(key, parser.getIntValue());
                    }
                }
            }
        } catch (IOException broken) {
            throw new StoreException("invalid-setup", "the set-up of a stored run can't be read", broken);
        }
        return new RunSetup(setups, others);
    }

    private static Setup setup(JsonParser parser) throws IOException {
        Map<String, String> fields = new HashMap<>();
        List<String> arguments = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    arguments.add(parser.getText());
                }
            } else {
                fields.put(name, parser.getText());
            }
        }
        return new Setup(
                fields.getOrDefault("jmhVersion", ""),
                "",
                arguments,
                fields.getOrDefault("jdkVersion", ""),
                fields.getOrDefault("vmName", ""),
                fields.getOrDefault("vmVersion", ""),
                count(fields, "forks"),
                count(fields, "warmupIterations"),
                fields.getOrDefault("warmupTime", ""),
                count(fields, "warmupBatchSize"),
                count(fields, "measurementIterations"),
                fields.getOrDefault("measurementTime", ""),
                count(fields, "measurementBatchSize"));
    }

    private static int count(Map<String, String> fields, String name) {
        return Integer.parseInt(fields.getOrDefault(name, "-1"));
    }
}
