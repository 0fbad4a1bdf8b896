package dev.plumbline.server.judging;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.analysis.verdict.SuiteVerdict;
import dev.plumbline.server.change.ObservedDifference;
import java.io.IOException;
import java.util.List;

/** The suite's verdict in a run's summary: an object under {@code suite}, or null where nothing can be said. */
final class SuiteJson {

    private SuiteJson() {}

    static void write(JsonGenerator generator, SuiteVerdict suite, List<ObservedDifference> observed)
            throws IOException {
        if (!suite.known()) {
            generator.writeNullField("suite");
            return;
        }
        generator.writeObjectFieldStart("suite");
        generator.writeStringField("outcome", suite.outcome().label());
        number(generator, "ratio", suite.ratio());
        number(generator, "low", suite.low());
        number(generator, "high", suite.high());
        number(generator, "expectedLow", suite.expectedLow());
        number(generator, "expectedHigh", suite.expectedHigh());
        number(generator, "pValue", suite.pValue());
        generator.writeNumberField("baselineRuns", suite.baselineRuns());
        generator.writeNumberField("moved", suite.moved());
        generator.writeNumberField("series", suite.series());
        generator.writeBooleanField("takenOut", suite.takenOut());
        generator.writeArrayFieldStart("observed");
        for (ObservedDifference difference : observed) {
            generator.writeStartObject();
            generator.writeStringField("field", difference.field());
            generator.writeStringField("before", difference.before());
            generator.writeStringField("after", difference.after());
            generator.writeEndObject();
        }
        generator.writeEndArray();
        generator.writeEndObject();
    }

    private static void number(JsonGenerator generator, String field, double value) throws IOException {
        if (Double.isFinite(value)) {
            generator.writeNumberField(field, value);
        } else {
            generator.writeNullField(field);
        }
    }
}
