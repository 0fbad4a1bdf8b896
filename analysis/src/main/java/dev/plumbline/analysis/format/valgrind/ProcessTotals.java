package dev.plumbline.analysis.format.valgrind;

import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.NoteCode;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ResultNotes;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Setup;
import dev.plumbline.analysis.model.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The counts of one process, added up over its parts. */
final class ProcessTotals {

    private static final String CALLGRIND = "callgrind-";
    private static final String UNNAMED = "unnamed program";

    /** Threads and parts beyond these aren't told apart. */
    private static final int MOST_KNOWN = 10_000;

    private final ProfileKind kind;
    private final ProfilePart first;
    private final Place place;
    private final long[] counts;
    private final Set<String> threads = new TreeSet<>();
    private final Set<Long> numbers = new HashSet<>();
    private boolean complete;
    private long last;

    ProcessTotals(ProfileKind kind, ProfilePart first, Place place) {
        this.kind = kind;
        this.first = first;
        this.place = place;
        this.counts = new long[first.events.size()];
    }

    /** Adds a part. */
    void add(ProfilePart part, ByteLines line) {
        if (!part.events.equals(first.events)) {
            throw line.refuse(
                    ProblemCode.INVALID_FIELD,
                    0,
                    "the part has the events " + Place.printable(String.join(" ", part.events))
                            + ", the process's first has " + Place.printable(String.join(" ", first.events))
                            + "; upload what was measured with different options each on its own");
        }
        long[] more = part.counts();
        for (int i = 0; i < counts.length; i++) {
            counts[i] = CostLine.sum(line, counts[i], more[i]);
        }
        if (threads.size() < MOST_KNOWN && !part.thread.isEmpty()) {
            threads.add(part.thread);
        }
        if (numbers.size() < MOST_KNOWN) {
            numbers.add(part.number);
        }
        last = Math.max(last, part.number);
        complete |= part.lastOfProcess;
    }

    /** Passes on the result. */
    void addTo(CheckedResults results) {
        ResultNotes notes = new ResultNotes();
        Map<String, String> params = new TreeMap<>();
        String name =
                first.benchmark.isEmpty() ? ProgramName.of(first.command) : ProgramName.shortened(first.benchmark);
        if (name.isEmpty()) {
            notes.add(
                    NoteCode.UNNAMED,
                    "the file doesn't say which program ran; give it a name with a line desc: benchmark: NAME");
        }
        if (threads.size() == 1) {
            params.put("thread", threads.iterator().next());
            notes.add(
                    NoteCode.PARTIAL,
                    "the file has one thread of the process; if there are others, put the files together: cat"
                            + " callgrind.out.*");
        } else if (!complete || (last < MOST_KNOWN && numbers.size() < last)) {
            notes.add(
                    NoteCode.PARTIAL,
                    "the file doesn't have all parts of the process; put them together: cat callgrind.out.*");
        }
        int score = Math.max(0, first.events.indexOf(CountedEvent.INSTRUCTIONS));
        List<Measurement> secondary = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (i != score) {
                secondary.add(measurement(i, first.events.get(i)));
            }
        }
        results.add(
                place,
                new BenchmarkId(name.isEmpty() ? UNNAMED : name, params, Mode.COUNT, 1),
                setup(),
                measurement(score, Metric.SCORE),
                secondary,
                notes);
    }

    private Measurement measurement(int event, String called) {
        String name = first.events.get(event);
        String unit = unit(name);
        Metric metric = unit.isEmpty() ? CountedEvent.metric(name, called) : Metric.reported(called, Unit.of(unit));
        double value = counts[event] * metric.unit().factor();
        return new Measurement(metric, value, Double.NaN, List.of(new Fork(value, new double[0])));
    }

    /** The unit of an event that is a time, which its description says: {@code sysTime (elapsed ns)}. */
    private String unit(String event) {
        String description = first.eventDescriptions.getOrDefault(event, "");
        for (String unit : List.of("ns", "us", "ms")) {
            if (description.endsWith(" " + unit + ")")) {
                return unit;
            }
        }
        return "";
    }

    private Setup setup() {
        if (first.creator.isEmpty() || first.creator.startsWith(CALLGRIND)) {
            String version =
                    first.creator.isEmpty() ? "" : Place.printable(first.creator.substring(CALLGRIND.length()));
            return Setup.of(kind.harness(), version, settings());
        }
        return Setup.of(Harness.OTHER, Place.printable(first.creator), settings());
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        first.caches.forEach((cache, geometry) -> settings.put(Place.printable(cache), Place.printable(geometry)));
        return settings;
    }
}
