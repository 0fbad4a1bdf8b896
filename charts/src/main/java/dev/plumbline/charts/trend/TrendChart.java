package dev.plumbline.charts.trend;

import dev.plumbline.charts.picture.ChartException;
import dev.plumbline.charts.picture.OneLine;
import dev.plumbline.charts.picture.Palette;
import dev.plumbline.charts.scale.AxisUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a trend chart shows: the points of one series in the order of their commits, what was found in them, and where
 * the environment changed. Every text may be hostile; it is shown, never interpreted.
 *
 * @param title what the series is, for example {@code TokenizerBenchmark.split (size=1000)}; empty for none
 * @param unit the unit of all values
 * @param lowerIsBetter which way values get better
 * @param points oldest first; the place in this list is the index everything else refers to
 * @param segments the stretches between change points
 * @param changes the change points
 * @param environmentChanges where the observed environment differs from that of the run before, and where people marked a new baseline
 * @param directed false if it isn't known which way values get better: changes are then neither worse nor better
 * @param axis what the horizontal axis shows
 * @param candidate a run that is compared with the series; empty for none
 * @param marked a run of the series itself that the chart is about; empty for none
 * @param fork what one of the values of a point is called
 */
public record TrendChart(
        String title,
        AxisUnit unit,
        boolean lowerIsBetter,
        List<TrendPoint> points,
        List<Segment> segments,
        List<ChangeMark> changes,
        List<EnvironmentMark> environmentChanges,
        boolean directed,
        Axis axis,
        Optional<Candidate> candidate,
        Optional<MarkedRun> marked,
        ForkName fork) {

    /**
     * What a harness calls its forks.
     *
     * @param one one of them
     * @param many several
     */
    public record ForkName(String one, String many) {

        /** Forks. */
        public static final ForkName FORK = new ForkName("fork", "forks");
    }

    /** What the horizontal axis shows. */
    public enum Axis {
        /** The runs, one next to the other. */
        COMMITS,
        /** Time; if the runs have no times, the runs. */
        TIME
    }

    /** Copies the lists and checks that every index is one of a point; throws {@link ChartException} otherwise. */
    public TrendChart {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(unit, "unit");
        points = List.copyOf(points);
        segments = List.copyOf(segments);
        changes = List.copyOf(changes);
        environmentChanges = List.copyOf(environmentChanges);
        int count = points.size();
        for (Segment segment : segments) {
            ChartException.requireIndex("the start of a segment", segment.from(), count);
            ChartException.requireIndex("the end of a segment", segment.to(), count);
        }
        for (ChangeMark change : changes) {
            ChartException.requireIndex("change point '" + change.label() + "'", change.index(), count);
        }
        for (EnvironmentMark mark : environmentChanges) {
            ChartException.requireIndex("environment change '" + mark.label() + "'", mark.index(), count);
        }
        if (candidate.isPresent() && candidate.get().hasBaseline()) {
            ChartException.requireIndex(
                    "the start of a baseline", candidate.get().from(), count);
            ChartException.requireIndex("the end of a baseline", candidate.get().to(), count);
        }
        if (marked.isPresent()) {
            ChartException.requireIndex("the marked run", marked.get().index(), count);
        }
    }

    /** A chart in which no run is marked. */
    public TrendChart(
            String title,
            AxisUnit unit,
            boolean lowerIsBetter,
            List<TrendPoint> points,
            List<Segment> segments,
            List<ChangeMark> changes,
            List<EnvironmentMark> environmentChanges,
            boolean directed,
            Axis axis,
            Optional<Candidate> candidate) {
        this(
                title,
                unit,
                lowerIsBetter,
                points,
                segments,
                changes,
                environmentChanges,
                directed,
                axis,
                candidate,
                Optional.empty(),
                ForkName.FORK);
    }

    /** A chart of a series whose direction is known. */
    public TrendChart(
            String title,
            AxisUnit unit,
            boolean lowerIsBetter,
            List<TrendPoint> points,
            List<Segment> segments,
            List<ChangeMark> changes,
            List<EnvironmentMark> environmentChanges) {
        this(
                title,
                unit,
                lowerIsBetter,
                points,
                segments,
                changes,
                environmentChanges,
                true,
                Axis.COMMITS,
                Optional.empty());
    }

    /** The same chart about one of its runs. */
    public TrendChart marking(Optional<MarkedRun> run) {
        return new TrendChart(
                title,
                unit,
                lowerIsBetter,
                points,
                segments,
                changes,
                environmentChanges,
                directed,
                axis,
                candidate,
                run,
                fork);
    }

    /** The same chart in the words of a harness. */
    public TrendChart naming(ForkName name) {
        return new TrendChart(
                title,
                unit,
                lowerIsBetter,
                points,
                segments,
                changes,
                environmentChanges,
                directed,
                axis,
                candidate,
                marked,
                name);
    }

    /**
     * The part of the chart between two runs, both included. Levels and bands stay those of the whole series.
     *
     * @param from the index of the first run
     * @param to the index of the last run; below {@code from} for no run
     */
    public TrendChart part(int from, int to) {
        return new TrendChart(
                title,
                unit,
                lowerIsBetter,
                points.subList(from, to + 1),
                segments.stream()
                        .filter(segment -> segment.from() <= to && segment.to() >= from)
                        .map(segment -> new Segment(
                                Math.max(segment.from(), from) - from,
                                Math.min(segment.to(), to) - from,
                                segment.level(),
                                segment.low(),
                                segment.high()))
                        .toList(),
                changes.stream()
                        .filter(change -> change.index() >= from && change.index() <= to)
                        .map(change -> new ChangeMark(
                                change.index() - from, change.worse(), change.confirmed(), change.label()))
                        .toList(),
                environmentChanges.stream()
                        .filter(mark -> mark.index() >= from && mark.index() <= to)
                        .map(mark -> new EnvironmentMark(mark.index() - from, mark.label(), mark.kind()))
                        .toList(),
                directed,
                axis,
                candidate.map(run -> run.part(from, to)),
                marked.flatMap(run -> run.part(from, to)),
                fork);
    }

    /** What is marked at a run, in words: change points, other conditions. */
    public List<String> marksAt(int index) {
        return Stream.concat(
                        changes.stream()
                                .filter(change -> change.index() == index)
                                .map(change -> Description.of(this, change)),
                        environmentChanges.stream()
                                .filter(mark -> mark.index() == index)
                                .map(mark -> mark.kind().words() + ": " + OneLine.of(mark.label())))
                .toList();
    }

    /** Which way values get better, in words; empty if it isn't known. */
    String better() {
        return !directed ? "" : lowerIsBetter ? "lower is better" : "higher is better";
    }

    /** The colour of a change. */
    String colour(Palette palette, boolean worse) {
        return directed ? palette.change(worse) : palette.neutral();
    }

    /**
     * One run of the series.
     *
     * @param label the short commit
     * @param value the mean over the forks in the base unit; a value that is not finite leaves a gap
     * @param low the lower end of the interval; not finite when there is none
     * @param high the upper end of the interval; not finite when there is none
     * @param forks the value of each fork; may be empty
     * @param time when it was committed, in seconds since 1970; not finite when it isn't known
     */
    public record TrendPoint(String label, double value, double low, double high, double[] forks, double time) {

        /** Copies the forks. */
        public TrendPoint {
            Objects.requireNonNull(label, "label");
            forks = forks.clone();
        }

        /** A run whose time isn't known. */
        public TrendPoint(String label, double value, double low, double high, double[] forks) {
            this(label, value, low, high, forks, Double.NaN);
        }
    }

    /**
     * A stretch of the series between two change points.
     *
     * @param from the index of its first run
     * @param to the index of its last run
     * @param level its level in the base unit
     * @param low the lower end of the level's band; not finite when there is none
     * @param high the upper end of the level's band; not finite when there is none
     */
    public record Segment(int from, int to, double level, double low, double high) {}

    /**
     * A change point.
     *
     * @param index the first run at the new level
     * @param worse whether the change is for the worse
     * @param confirmed false while it is only suspected
     * @param label the size of the change, for example {@code +34 %}
     */
    public record ChangeMark(int index, boolean worse, boolean confirmed, String label) {

        /** Refuses an absent label. */
        public ChangeMark {
            Objects.requireNonNull(label, "label");
        }
    }

    /**
     * A place from which the conditions are others.
     *
     * @param index the first run under the new conditions
     * @param label what is new, for example {@code JDK 25.0.2}
     * @param kind what says so
     */
    public record EnvironmentMark(int index, String label, Kind kind) {

        /** What says that the conditions are others. */
        public enum Kind {
            /** What was observed of the machine differs. */
            ENVIRONMENT("new environment"),
            /** A person said that what is measured changed: nothing is compared across this place. */
            BASELINE("new baseline");

            private final String words;

            Kind(String words) {
                this.words = words;
            }

            String words() {
                return words;
            }
        }

        /** Refuses an absent label. */
        public EnvironmentMark {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(kind, "kind");
        }

        /** A difference of the observed environment. */
        public EnvironmentMark(int index, String label) {
            this(index, label, Kind.ENVIRONMENT);
        }

        /** What the strip below the data area says. */
        String caption() {
            return kind == Kind.BASELINE ? kind.words() + ": " + label : label;
        }
    }
}
