package dev.plumbline.server.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.server.database.JsonText;
import dev.plumbline.server.database.StoreException;
import dev.plumbline.server.database.StoredText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The column {@code finding.cases}: {@code [{"benchmark": "…", "params": {…}, "mode": "avgt", "threads": 1, "detail": "…",
 * "numbers": {…}}]}.
 */
final class FindingJson {

    private static final JsonFactory JSON = new JsonFactory();

    private FindingJson() {}

    /** The cases of a finding. */
    static String cases(List<Finding.Case> cases) {
        return JsonText.write(generator -> {
            generator.writeStartArray();
            for (Finding.Case each : cases) {
                generator.writeStartObject();
                generator.writeStringField(
                        "benchmark", StoredText.clean(each.benchmark().name()));
                generator.writeObjectFieldStart("params");
                for (Map.Entry<String, String> param : each.benchmark().params().entrySet()) {
                    generator.writeStringField(StoredText.clean(param.getKey()), StoredText.clean(param.getValue()));
                }
                generator.writeEndObject();
                generator.writeStringField("mode", each.benchmark().mode().label());
                generator.writeNumberField("threads", each.benchmark().threads());
                generator.writeStringField("detail", StoredText.clean(each.detail()));
                generator.writeObjectFieldStart("numbers");
                for (Map.Entry<String, Double> number : each.numbers().entrySet()) {
                    generator.writeNumberField(number.getKey(), number.getValue());
                }
                generator.writeEndObject();
                generator.writeEndObject();
            }
            generator.writeEndArray();
        });
    }

    /** The first cases of what {@link #cases} wrote. */
    static List<StoredFinding.Case> first(String json, int most) {
        List<StoredFinding.Case> cases = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT && cases.size() < most) {
                cases.add(one(parser));
            }
        } catch (IOException broken) {
            throw new StoreException("invalid-finding", "a stored finding can't be read", broken);
        }
        return cases;
    }

    private static StoredFinding.Case one(JsonParser parser) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, String> params = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("params")) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String param = parser.currentName();
                    parser.nextToken();
                    params.put(param, parser.getText());
                }
            } else if (value.isScalarValue()) {
                fields.put(name, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        return new StoredFinding.Case(fields.getOrDefault("benchmark", ""), params, fields.getOrDefault("detail", ""));
    }
}
