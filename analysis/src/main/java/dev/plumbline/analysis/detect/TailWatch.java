package dev.plumbline.analysis.detect;

import dev.plumbline.analysis.stats.Median;
import dev.plumbline.analysis.stats.Sample;
import dev.plumbline.analysis.stats.StudentT;
import java.util.Optional;

/** Watches the newest runs of the last segment, which are too few for a change point, for having left its prediction. */
final class TailWatch {

    /** Fewer runs than this predict nothing. */
    private static final int FEWEST_RUNS_BEFORE = 4;

    /** The median's variance is π/2 that of the mean. */
    private static final double MEDIAN_VARIANCE = Math.PI / 2;

    private final SegmentationSettings settings;
    private final Scale scale;
    private final RunValues values;

    TailWatch(SegmentationSettings settings, Scale scale, RunValues values) {
        this.settings = settings;
        this.scale = scale;
        this.values = values;
    }

    /** The shift that the newest runs may be the beginning of: the one with the least probability by chance. */
    Optional<Shift> suspect(int segmentStart) {
        Optional<Shift> suspected = Optional.empty();
        for (int newest = 1; newest < settings.confirmingRuns(); newest++) {
            int place = values.runs() - newest;
            if (place - segmentStart < FEWEST_RUNS_BEFORE) {
                break;
            }
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
        // With its outliers: a segment that has seen bad machines predicts another one.
        double spread =
                Math.max(RunValues.SMALLEST_SCALE, Math.sqrt(Sample.of(before).variance()));
        double error = spread * Math.sqrt(1.0 / newest.length + MEDIAN_VARIANCE / before.length);
        double pValue = StudentT.twoSided(difference / error, before.length - 1.0);
        for (double run : newest) {
            if ((run - level) * Math.signum(difference) < Math.abs(difference) / 2) {
                return Optional.empty();
            }
        }
        if (pValue >= settings.suspicion() || Math.abs(difference) < Math.log1p(settings.minimumEffect())) {
            return Optional.empty();
        }
        double half = 1.96 * error;
        return Optional.of(new Shift(
                place,
                false,
                scale.value(level),
                scale.value(level + difference),
                scale.ratio(level, difference),
                scale.ratio(level, difference - half),
                scale.ratio(level, difference + half),
                pValue,
                place,
                place));
    }
}
