package dev.plumbline.charts.trend;

import dev.plumbline.charts.picture.Palette;
import java.util.Objects;

/**
 * A run that is compared with a part of the series: drawn at the right of the newest run, apart from it, on the level of its baseline.
 *
 * @param run the run
 * @param from the index of the baseline's first run; -1 if the baseline isn't among the points
 * @param to the index of the baseline's last run; -1 if the baseline isn't among the points
 * @param level the baseline's level in the base unit; not finite when there is none
 * @param low the lower end of the baseline's band; not finite when there is none
 * @param high the upper end of the baseline's band; not finite when there is none
 * @param found what the comparison found
 * @param label the size of the change, for example {@code +34 %}; empty for none
 */
public record Candidate(
        TrendChart.TrendPoint run, int from, int to, double level, double low, double high, Found found, String label) {

    /** What a comparison found. */
    public enum Found {
        WORSE,
        BETTER,
        /** It changed in no known direction, is unchanged, or can't be told. */
        NEITHER;

        String colour(Palette palette) {
            return switch (this) {
                case WORSE -> palette.worse();
                case BETTER -> palette.better();
                case NEITHER -> palette.text();
            };
        }

        String words() {
            return switch (this) {
                case WORSE -> "worse than its baseline";
                case BETTER -> "better than its baseline";
                case NEITHER -> "compared with its baseline";
            };
        }
    }

    /** Refuses absent texts. */
    public Candidate {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(label, "label");
    }

    /** The same in a part of the chart; a baseline that is not in it is only a level. */
    Candidate part(int first, int last) {
        boolean outside = !hasBaseline() || to < first || from > last;
        return new Candidate(
                run,
                outside ? -1 : Math.max(from, first) - first,
                outside ? -1 : Math.min(to, last) - first,
                level,
                low,
                high,
                found,
                label);
    }

    boolean hasBaseline() {
        return from >= 0 && to >= from;
    }
}
