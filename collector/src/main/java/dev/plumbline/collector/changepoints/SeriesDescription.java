package dev.plumbline.collector.changepoints;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the server's API says about a series besides its points. */
final class SeriesDescription {

    private String benchmark = "";
    private String metric = "";
    private String unit = "";
    private GivenDirection direction = GivenDirection.UNKNOWN;
    private final List<String> params = new ArrayList<>();

    /** Reads the value of {@code series}. */
    void read(JsonInput json) throws IOException {
        if (json.current() != JsonToken.START_OBJECT) {
            json.skip();
            return;
        }
        json.object(name -> {
            switch (name) {
                case "benchmark" -> benchmark = json.text();
                case "metric" -> metric = json.text();
                case "unit" -> unit = json.text();
                case "lowerIsBetter" ->
                    direction = json.current() == JsonToken.VALUE_FALSE ? GivenDirection.HIGHER : GivenDirection.LOWER;
                case "params" -> readParams(json);
                default -> json.skip();
            }
        });
    }

    private void readParams(JsonInput json) throws IOException {
        if (json.current() == JsonToken.START_OBJECT) {
            json.object(name -> params.add(name + "=" + json.text()));
        } else {
            json.skip();
        }
    }

    boolean isKnown() {
        return !benchmark.isEmpty() || !unit.isEmpty();
    }

    /** Sets what a series is. */
    void describe(SeriesBuilder series) {
        String name = benchmark + (params.isEmpty() ? "" : " (" + String.join(", ", params) + ")");
        boolean other = !metric.isEmpty() && !metric.equals("score");
        series.describe(other ? name + ", " + metric : name, unit, direction);
    }
}
