package dev.plumbline.server.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.plumbline.server.database.UnicodeText;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the values of a request are read: texts that can be stored (one without characters counts as missing), times, finite numbers. */
final class RequestValues extends SimpleModule {

    private static final long serialVersionUID = 1;

    RequestValues() {
        addDeserializer(String.class, new Text());
        addDeserializer(Instant.class, new Time());
        addDeserializer(Double.class, new FiniteNumber());
    }

    private static final class Text extends StdDeserializer<String> {

        private static final long serialVersionUID = 1;

        Text() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, json);
            }
            String text = json.getText();
            if (!UnicodeText.storable(text)) {
                return (String) context.handleWeirdStringValue(String.class, text, "can't be stored");
            }
            return text.isEmpty() ? null : text;
        }
    }

    private static final class Time extends StdDeserializer<Instant> {

        private static final long serialVersionUID = 1;

        Time() {
            super(Instant.class);
        }

        @Override
        public @Nullable Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (Instant) context.handleUnexpectedToken(Instant.class, json);
            }
            String text = json.getText();
            if (text.isEmpty()) {
                return null;
            }
            Optional<Instant> time = TimeText.parse(text);
            return time.isPresent()
                    ? time.get()
                    : (Instant) context.handleWeirdStringValue(Instant.class, text, "isn't a time");
        }
    }

    private static final class FiniteNumber extends StdDeserializer<Double> {

        private static final long serialVersionUID = 1;

        FiniteNumber() {
            super(Double.class);
        }

        @Override
        public @Nullable Double deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.currentToken().isNumeric() || !Double.isFinite(json.getDoubleValue())) {
                return (Double) context.handleUnexpectedToken(Double.class, json);
            }
            return json.getDoubleValue();
        }
    }
}
