package dev.plumbline.collector.changepoints;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON of several shapes: an array of runs (numbers, arrays of forks, or objects with {@code value} or {@code forks}),
 * an object of such arrays by name, a series with its points as the server's API returns it, and the history that
 * github-action-benchmark keeps.
 */
final class JsonSeries {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(64).build())
            .build();

    private final JsonInput json;
    private final List<SeriesBuilder> series = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    private JsonSeries(JsonInput json) {
        this.json = json;
    }

    /** The series of a text. */
    static SeriesFile read(Reader text) throws IOException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonSeries reader = new JsonSeries(new JsonInput(parser));
            reader.document();
            return new SeriesFile(
                    reader.series.stream().map(SeriesBuilder::build).toList(), reader.remarks);
        } catch (JsonProcessingException malformed) {
            Place place = malformed.getLocation() == null
                    ? Place.UNKNOWN
                    : new Place(
                            Math.max(0, malformed.getLocation().getLineNr()),
                            Math.max(0, malformed.getLocation().getColumnNr()),
                            0,
                            "");
            throw new DocumentException(
                    ProblemCode.NOT_JSON, "the JSON breaks off here; give the file as it was written", place);
        }
    }

    private void document() throws IOException {
        JsonToken first = json.next();
        if (first == JsonToken.START_ARRAY) {
            array("");
        } else if (first == JsonToken.START_OBJECT) {
            object();
        } else {
            throw json.refuse(ProblemCode.INVALID_FIELD, "expected an array of runs, or an object with series");
        }
        if (series.isEmpty()) {
            throw json.refuse(
                    ProblemCode.INVALID_FIELD,
                    "there is no series: expected an array of numbers, 'points' of Plumbline's API, or 'entries' of"
                            + " github-action-benchmark");
        }
    }

    private void array(String name) throws IOException {
        SeriesBuilder runs = new SeriesBuilder(name, "", GivenDirection.UNKNOWN);
        json.array(() -> {
            if (json.current() == JsonToken.START_OBJECT) {
                JsonPoint point = JsonPoint.read(json);
                runs.run(point.label(), point.values(), json.place());
            } else {
                runs.run("", json.numbers(), json.place());
            }
        });
        add(runs);
    }

    private void object() throws IOException {
        SeriesDescription description = new SeriesDescription();
        json.object(name -> {
            switch (name) {
                case "entries" -> {
                    if (json.current() != JsonToken.START_OBJECT) {
                        throw json.refuse(ProblemCode.INVALID_FIELD, "'entries' isn't an object of suites");
                    }
                    BenchmarkActionEntries entries = new BenchmarkActionEntries();
                    entries.readSuites(json);
                    entries.addTo(series);
                }
                case "series" -> description.read(json);
                case "downsampled" -> {
                    if (json.current() != JsonToken.VALUE_NULL) {
                        remarks.add("the points are a selection ('downsampled'), so places are rough and levels biased;"
                                + " export them without downsample");
                    }
                    json.skip();
                }
                default -> {
                    if (json.current() == JsonToken.START_ARRAY) {
                        array(name.equals("points") || name.equals("values") ? "" : name);
                    } else {
                        json.skip();
                    }
                }
            }
        });
        if (series.size() == 1 && description.isKnown()) {
            description.describe(series.get(0));
        }
    }

    private void add(SeriesBuilder runs) {
        if (!runs.isEmpty()) {
            if (series.size() >= SeriesLimits.MOST_SERIES) {
                throw SeriesLimits.tooMany("series", SeriesLimits.MOST_SERIES, json.place());
            }
            series.add(runs);
        }
    }
}
