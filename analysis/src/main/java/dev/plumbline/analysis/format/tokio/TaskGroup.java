package dev.plumbline.analysis.format.tokio;

import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.NoteCode;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ResultNotes;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Setup;
import dev.plumbline.analysis.model.Unit;
import java.util.List;

/** What the tasks of one place did, all together. Times in nanoseconds. */
final class TaskGroup {

    long tasks;
    long unfinished;
    long polls;
    long busy;
    long scheduled;
    long idle;
    /** The longest time that a task was polled without giving back its thread. */
    long longestPoll;

    long wakes;
    long selfWakes;

    /** Tasks that wait at the end of the recording and that nothing can wake. */
    long lostWakers;

    /** Passes on the result. */
    void addTo(CheckedResults results, Place place, BenchmarkId benchmark, boolean cut) {
        ResultNotes notes = new ResultNotes();
        if (cut) {
            notes.addToAll(
                    NoteCode.PARTIAL, "the recording ends in the middle of an event; what comes before it was read");
        }
        results.add(
                place,
                benchmark,
                Setup.unknown(Harness.TOKIO_CONSOLE),
                time(Metric.SCORE, busy),
                List.of(
                        time("scheduled", scheduled),
                        directionless(time("idle", idle)),
                        time("longest-poll", longestPoll),
                        count("polls", "polls", polls),
                        count("wakes", "wakes", wakes),
                        count("self-wakes", "wakes", selfWakes),
                        count("tasks", "#", tasks),
                        count("unfinished-tasks", "#", unfinished),
                        count("lost-wakers", "errors", lostWakers)),
                notes);
    }

    private static Measurement time(String name, long nanos) {
        return measurement(Metric.reported(name, Unit.of("ns")), nanos);
    }

    private static Measurement count(String name, String unit, long count) {
        return measurement(Metric.reported(name, Unit.of(unit)), count);
    }

    private static Measurement measurement(Metric metric, long value) {
        double based = value * metric.unit().factor();
        return new Measurement(metric, based, Double.NaN, List.of(new Fork(based, new double[0])));
    }

    /** More idle time is neither better nor worse. */
    private static Measurement directionless(Measurement measurement) {
        return new Measurement(
                measurement.metric().with(Direction.NOT_KNOWN),
                measurement.score(),
                measurement.scoreError(),
                measurement.forks());
    }
}
