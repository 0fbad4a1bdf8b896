package dev.plumbline.analysis.format.threshold;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.threshold.ClassicModel;
import dev.plumbline.analysis.threshold.DefaultTest;
import dev.plumbline.analysis.threshold.Threshold;
import dev.plumbline.analysis.threshold.ThresholdRule;
import dev.plumbline.analysis.threshold.ThresholdRules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Threshold rules as {@code {"rules": [{"benchmark": "com.acme.*", "minimumEffect": 0.05}, …]}}; docs/thresholds.md describes each
 * field. Read strictly: an unknown field is rejected, since a misspelt one would silently do nothing.
 */
public final class ThresholdJson {

    private static final String RULES = "rules";

    private ThresholdJson() {}

    /**
     * Reads rules, plain or gzip.
     *
     * @throws DocumentException when they are invalid: which rule, where, and what helps
     */
    public static ThresholdRules read(InputStream in) throws IOException {
        return RuleDocument.read(in, ThresholdJson::read);
    }

    /**
     * Reads one rule, as {@link #write(ThresholdRule)} writes it.
     *
     * @throws DocumentException when it is invalid
     */
    public static ThresholdRule readRule(String text) {
        try {
            return read(new ByteArrayInputStream(("{\"rules\":[" + text + "]}").getBytes(StandardCharsets.UTF_8)))
                    .rules()
                    .get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ThresholdRules read(RuleCursor cursor) throws IOException {
        if (!cursor.next()) {
            throw cursor.refuse(ProblemCode.EMPTY_DOCUMENT, "there is nothing; no rules are {\"rules\": []}");
        }
        cursor.require(JsonToken.START_OBJECT, "the document", "an object with the field rules");
        List<ThresholdRule> rules = new ArrayList<>();
        boolean found = false;
        while (cursor.next() && !cursor.at(JsonToken.END_OBJECT)) {
            String name = cursor.fieldName();
            if (!name.equals(RULES)) {
                throw cursor.invalid("'" + Place.printable(name) + "' is unknown here, expected only rules");
            }
            if (found) {
                throw cursor.refuse(ProblemCode.DUPLICATE_FIELD, "rules appears twice; keep one");
            }
            found = true;
            readRules(cursor, rules);
        }
        if (!found) {
            throw cursor.refuse(ProblemCode.MISSING_FIELD, "rules is missing; no rules are {\"rules\": []}");
        }
        if (cursor.next()) {
            throw cursor.refuse(ProblemCode.TRAILING_CONTENT, "something follows the object; remove it");
        }
        try {
            return new ThresholdRules(rules);
        } catch (IllegalArgumentException together) {
            throw new DocumentException(
                    ProblemCode.INVALID_FIELD, String.valueOf(together.getMessage()), Place.UNKNOWN);
        }
    }

    private static void readRules(RuleCursor cursor, List<ThresholdRule> rules) throws IOException {
        cursor.require(JsonToken.START_ARRAY, RULES, "an array of rules");
        while (cursor.next() && !cursor.at(JsonToken.END_ARRAY)) {
            cursor.enterRule(rules.size() + 1);
            cursor.require(JsonToken.START_OBJECT, "it", "an object");
            RuleDraft draft = new RuleDraft();
            while (cursor.next() && !cursor.at(JsonToken.END_OBJECT)) {
                String name = cursor.fieldName();
                draft.read(cursor, name);
            }
            rules.add(draft.rule(cursor));
            if (rules.size() > ThresholdRules.MOST_RULES) {
                throw cursor.invalid(
                        "there may be at most " + ThresholdRules.MOST_RULES + " rules; use wider patterns");
            }
        }
        cursor.enterRule(0);
    }

    /** The JSON of the rules, as it is read. */
    public static String write(ThresholdRules rules) {
        return RuleDocument.text(generator -> {
            generator.writeStartObject();
            generator.writeArrayFieldStart(RULES);
            for (ThresholdRule rule : rules.rules()) {
                write(rule, generator);
            }
            generator.writeEndArray();
            generator.writeEndObject();
        });
    }

    /** One rule, as it appears in the array of rules. */
    public static String write(ThresholdRule rule) {
        return RuleDocument.text(generator -> write(rule, generator));
    }

    private static void write(ThresholdRule rule, JsonGenerator generator) throws IOException {
        Threshold threshold = rule.threshold();
        generator.writeStartObject();
        generator.writeStringField(RuleField.BENCHMARK.label(), rule.benchmark());
        generator.writeStringField(RuleField.METRIC.label(), rule.metric());
        generator.writeStringField(RuleField.ENVIRONMENT.label(), rule.environment());
        if (rule.direction().known()) {
            generator.writeStringField(
                    RuleField.DIRECTION.label(), rule.direction().label());
        }
        generator.writeStringField(RuleField.TEST.label(), threshold.label());
        if (threshold instanceof DefaultTest test) {
            write(RuleField.MINIMUM_EFFECT, test.minimumEffect(), generator);
            write(RuleField.CONFIDENCE, test.confidence(), generator);
        }
        if (threshold instanceof ClassicModel model) {
            write(RuleField.LOWER_BOUNDARY, model.lowerBoundary(), generator);
            write(RuleField.UPPER_BOUNDARY, model.upperBoundary(), generator);
            if (model.minSampleSize() > 1) {
                generator.writeNumberField(RuleField.MIN_SAMPLE_SIZE.label(), model.minSampleSize());
            }
            if (model.maxSampleSize() < Integer.MAX_VALUE) {
                generator.writeNumberField(RuleField.MAX_SAMPLE_SIZE.label(), model.maxSampleSize());
            }
            if (model.windowSeconds() < Long.MAX_VALUE) {
                generator.writeNumberField(RuleField.WINDOW.label(), model.windowSeconds());
            }
        }
        generator.writeEndObject();
    }

    private static void write(RuleField field, double value, JsonGenerator generator) throws IOException {
        if (!Double.isNaN(value)) {
            generator.writeNumberField(field.label(), value);
        }
    }
}
