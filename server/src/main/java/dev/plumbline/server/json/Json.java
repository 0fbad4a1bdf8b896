package dev.plumbline.server.json;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.plumbline.analysis.audit.Severity;
import dev.plumbline.analysis.model.RunStatus;
import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.analysis.model.Rung;
import dev.plumbline.analysis.report.change.CheckDecision;
import dev.plumbline.analysis.report.change.EnvironmentReport;
import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.verdict.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Values as JSON: a record is an object with its components in their order, an empty {@code Optional} and a number that is
 * not finite are null, an {@code Instant} is a text such as {@code 2026-01-31T12:00:00Z}, an enum is its label.
 */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(Double.class, new FiniteNumber())
                    .addSerializer(double.class, new FiniteNumber()))
            .addMixIn(Severity.class, ByLabel.class)
            .addMixIn(RunStatus.class, ByLabel.class)
            .addMixIn(RunTrust.class, ByLabel.class)
            .addMixIn(Rung.class, ByLabel.class)
            .addMixIn(CheckDecision.Conclusion.class, ByLabel.class)
            .addMixIn(EnvironmentReport.State.class, ByLabel.class)
            .addMixIn(ChangePoint.State.class, ByLabel.class)
            .addMixIn(Outcome.class, ByLabel.class)
            .build();

    /** How the enums of analysis are written, which itself knows no mapper. */
    private interface ByLabel {
        @JsonValue
        String label();
    }

    private Json() {}

    /** The mapper of this class, with what a module adds. */
    public static JsonMapper mapperWith(Module further) {
        return MAPPER.rebuild().addModule(further).build();
    }

    /** A value's JSON in UTF-8. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value's JSON. */
    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The value of a text that this server has written.
     *
     * @throws UncheckedIOException when the text is not JSON of that shape
     */
    public static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text that is null if there are no characters. */
    public static Optional<String> known(String text) {
        return Optional.of(text).filter(given -> !given.isEmpty());
    }

    /** A text's JSON as it stands. */
    static JsonNode tree(String text) {
        return read(text, JsonNode.class);
    }

    private static final class FiniteNumber extends StdSerializer<Double> {

        private static final long serialVersionUID = 1;

        FiniteNumber() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (Double.isFinite(value)) {
                json.writeNumber(value.doubleValue());
            } else {
                json.writeNull();
            }
        }
    }
}
