package dev.plumbline.collector.changepoints;

import dev.plumbline.analysis.format.document.ProblemCode;
import java.io.IOException;
import java.util.List;

/**
 * A run as a JSON object: a point of the server's API, or an object that somebody wrote by hand.
 *
 * @param label its label: the commit, otherwise the date or label
 * @param values its forks, or its value if there are no forks
 */
record JsonPoint(String label, List<Double> values) {

    /** Reads the object that begins here. */
    static JsonPoint read(JsonInput json) throws IOException {
        Reading reading = new Reading();
        json.object(name -> reading.field(name, json));
        if (!reading.hasValue) {
            throw json.refuse(ProblemCode.MISSING_FIELD, "a run has neither 'value' nor 'forks'; give it one of them");
        }
        List<Double> values = reading.forks.isEmpty() ? reading.value : reading.forks;
        return new JsonPoint(reading.commit.isEmpty() ? reading.other : reading.commit, values);
    }

    private static final class Reading {

        private String commit = "";
        private String other = "";
        private boolean hasValue;
        private List<Double> value = List.of();
        private List<Double> forks = List.of();

        void field(String name, JsonInput json) throws IOException {
            switch (name) {
                case "value", "score", "mean" -> {
                    value = json.numbers();
                    hasValue = true;
                }
                case "forks", "values" -> {
                    forks = json.numbers();
                    hasValue = true;
                }
                case "commit", "sha", "revision", "version" -> commit = json.text();
                case "label", "name", "date", "timestamp", "committedAt", "uploadedAt" -> {
                    String text = json.text();
                    other = other.isEmpty() ? text : other;
                }
                default -> json.skip();
            }
        }
    }
}
