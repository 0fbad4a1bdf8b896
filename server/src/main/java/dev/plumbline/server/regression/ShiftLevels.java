package dev.plumbline.server.regression;

import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.server.change.StoredChangePoint;
import java.util.List;
import java.util.Optional;

/**
 * How far a series is from its level before a shift, followed over the change points after it. Levels are accumulated from the ratios,
 * since what all benchmarks share also moves levels, and isn't part of a series' own change.
 */
final class ShiftLevels {

    /** A level is back when it is off by no more than this share of the shift, on the log scale … */
    private static final double REST_OF_SHIFT = 0.2;

    /** … or by no more than this relative difference. */
    private static final double MINIMUM_EFFECT = 0.02;

    private final StoredChangePoint shift;
    private final List<StoredChangePoint> later;

    /**
     * The levels after a shift.
     *
     * @param shift the shift
     * @param later the series' change points after it, in their order
     */
    ShiftLevels(StoredChangePoint shift, List<StoredChangePoint> later) {
        this.shift = shift;
        this.later = List.copyOf(later);
    }

    /** The first confirmed change point that brings the level back to that before the shift; empty when none does. */
    Optional<StoredChangePoint> back() {
        double rest = size();
        for (StoredChangePoint point : later) {
            rest += Math.log(point.ratio());
            boolean back = Double.isFinite(rest)
                    ? rest * Math.signum(size()) <= tolerance()
                    : point.levelAfter() == shift.levelBefore();
            if (!point.worse() && point.state() == ChangePoint.State.CONFIRMED && back) {
                return Optional.of(point);
            }
        }
        return Optional.empty();
    }

    /** Whether a later change point moves the level to about where the shift had moved it. */
    boolean again(StoredChangePoint point) {
        double rest = 0;
        for (StoredChangePoint each : later) {
            rest += Math.log(each.ratio());
            if (each.equals(point)) {
                return Double.isFinite(rest) ? Math.abs(rest) <= tolerance() : point.levelAfter() == shift.levelAfter();
            }
        }
        return false;
    }

    private double size() {
        return Math.log(shift.ratio());
    }

    private double tolerance() {
        return Math.max(REST_OF_SHIFT * Math.abs(size()), Math.log1p(MINIMUM_EFFECT));
    }
}
