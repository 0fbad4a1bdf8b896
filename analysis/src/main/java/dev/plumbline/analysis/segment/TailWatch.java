package dev.plumbline.analysis.segment;

import dev.plumbline.analysis.stats.MachineTail;
import dev.plumbline.analysis.stats.Median;
import dev.plumbline.analysis.stats.RecordTail;
import dev.plumbline.analysis.stats.Sample;
import dev.plumbline.analysis.stats.StudentT;
import dev.plumbline.analysis.subject.Scale;
import java.util.Optional;

/**
 * Checks whether the newest runs of the last segment, which are too few for a change point, have left its prediction. Two
 * tests must agree: they are outside the segment by its own scatter, without its outliers; and they are beyond everything that
 * the series has shown lately, including outliers and earlier segments ({@link RecordTail}, and {@link MachineTail} for a series that is
 * alone), since machines come back.
 */
final class TailWatch {

    /** Fewer runs than this predict nothing. */
    private static final int FEWEST_RUNS_BEFORE = 4;

    /** If a path has more runs than this and finds no shift, there is none to suspect. */
    private static final int MOST_NEWEST_RUNS = 5;

    /** How many runs back count as recent. */
    private static final int LATELY = 50;

    /** Two-sided probability below which a value beyond all of them is more than just a record. */
    private static final double RECORD = 0.02;

    /** The median's variance is π/2 that of the mean. */
    private static final double MEDIAN_VARIANCE = Math.PI / 2;

    private static final double CONFIDENCE_QUANTILE = 1.96;

    /** The tails of the newest points: as they are where what a suite shares was removed, and on machines that nobody knows. */
    private record Lately(RecordTail record, MachineTail machines) {

        /** A series that is alone has no others that would show what its machine did. */
        double twoSided(Company company, double value) {
            return company.series() == 1 ? machines.twoSided(value) : record.twoSided(value);
        }
    }

    private final SegmentationSettings settings;
    private final Company company;
    private final Scale scale;
    private final RunValues values;
    private final NoiseModel noise;
    private final int[] starts;

    /**
     * @param settings the thresholds
     * @param company the suite that the series is judged in
     * @param scale of the values
     * @param values the runs
     * @param noise how they scatter
     * @param starts the first runs of the segments, ascending
     */
    TailWatch(
            SegmentationSettings settings,
            Company company,
            Scale scale,
            RunValues values,
            NoiseModel noise,
            int[] starts) {
        this.settings = settings;
        this.company = company;
        this.scale = scale;
        this.values = values;
        this.noise = noise;
        this.starts = starts;
    }

    /** The shift that the newest runs may begin: the one that is least probable by chance. */
    Optional<Shift> suspect() {
        int segmentStart = starts[starts.length - 1];
        int first = Math.max(segmentStart + FEWEST_RUNS_BEFORE, values.runs() - MOST_NEWEST_RUNS);
        Optional<Shift> suspected = Optional.empty();
        for (int place = values.runs() - 1; place >= first; place--) {
            Optional<Shift> shift = test(segmentStart, place);
            if (shift.isPresent()
                    && (suspected.isEmpty()
                            || shift.get().pValue() < suspected.get().pValue())) {
                suspected = shift;
            }
        }
        return suspected;
    }

    private Optional<Shift> test(int segmentStart, int place) {
        double[] before = values.means(segmentStart, place);
        double[] newest = values.means(place, values.runs());
        double level = Median.of(before);
        double difference = Median.of(newest) - level;
        if (Math.abs(difference) < Math.log1p(settings.minimumEffect())
                || !agree(values.runMeans(place, values.runs()), level, difference)) {
            return Optional.empty();
        }
        double[] alike = values.means(segmentStart, place, level, 1);
        double spread = Math.min(
                Median.scaleAround(level, alike), Math.sqrt(Sample.of(alike).variance()));
        double runScale = Math.max(RunValues.SMALLEST_SCALE, spread);
        double error = runScale
                * Math.sqrt(
                        1 / values.weight(place, values.runs()) + MEDIAN_VARIANCE / values.weight(segmentStart, place));
        double pValue = StudentT.twoSided(difference / error, before.length - 1.0);
        if (pValue >= settings.suspicion()) {
            return Optional.empty();
        }
        Lately lately = lately(place);
        if (lately.twoSided(company, level + difference) >= RECORD
                || !standsOut(place, newest, level, runScale, error, lately.record())) {
            return Optional.empty();
        }
        double half = CONFIDENCE_QUANTILE * error;
        double loss = level - noise.centre();
        Places places = Places.of(noise, segmentStart, place, values.runs(), loss, loss + difference, company);
        return Optional.of(new Shift(
                place,
                false,
                scale.value(level),
                scale.value(level + difference),
                scale.ratio(level, difference),
                scale.ratio(level, difference - half),
                scale.ratio(level, difference + half),
                pValue,
                Math.min(places.earliest(), place),
                Math.max(places.latest(), place)));
    }

    /** Whether both tests give less than one of so many series shows by chance, with less heed to runs in which all of them are off. */
    private boolean standsOut(
            int place, double[] newest, double level, double runScale, double error, RecordTail lately) {
        if (company.series() == 1) {
            return true;
        }
        double[] worth = new double[newest.length];
        for (int i = 0; i < worth.length; i++) {
            worth[i] = level + (newest[i] - level) * values.worth(place + i, runScale);
        }
        double pValue = StudentT.twoSided((Median.of(worth) - level) / error, place - starts[starts.length - 1] - 1.0);
        double deviations = Math.abs(Median.of(worth) - level) / error;
        return Math.max(pValue, lately.allBeyond(worth)) < company.suspicion()
                && (company.enough(values.runs()) || company.obvious(deviations, values.runs()));
    }

    /** Whether each of the newest runs, those of one commit too, is more than half way to the new level. */
    private static boolean agree(double[] newest, double level, double difference) {
        for (double run : newest) {
            if ((run - level) * Math.signum(difference) < Math.abs(difference) / 2) {
                return false;
            }
        }
        return true;
    }

    /** The tails of the points before {@code place}, whichever segment they belong to. */
    private Lately lately(int place) {
        int first = Math.max(0, place - LATELY);
        double runs = values.weight(place, values.runs()) / (values.runs() - place);
        double[] lately = new double[place - first];
        double squares = 0;
        for (int segment = 0; segment < starts.length; segment++) {
            int from = Math.max(first, starts[segment]);
            int to = segment + 1 < starts.length ? starts[segment + 1] : place;
            if (from < to) {
                double centre = Sample.of(values.means(from, to)).mean();
                double[] alike = values.means(from, to, centre, runs);
                squares += Sample.of(alike).sumOfSquares();
                System.arraycopy(alike, 0, lately, from - first, alike.length);
            }
        }
        int degreesOfFreedom = place - first - 1;
        double deviation = Math.max(RunValues.SMALLEST_SCALE, Math.sqrt(squares / degreesOfFreedom));
        return new Lately(
                RecordTail.of(lately, deviation, degreesOfFreedom),
                new MachineTail(lately, deviation, degreesOfFreedom));
    }
}
