package dev.plumbline.analysis.detect;

import dev.plumbline.analysis.stats.Median;
import java.util.ArrayList;
import java.util.List;

/**
 * The change points of a series that scatters: a first path through run means under a heavy-tailed noise, then paths
 * through the forks under the noise that the series shows around the levels found so far, then pruning from the bottom.
 */
final class LevelShifts {

    /** Fewer runs than this have no neighbours to take a scale from. */
    private static final int FEWEST_RUNS = 4;

    /** Rounds of noise and path after the first; a third one changes nothing on the evaluation's data. */
    private static final int ROUNDS = 2;

    /** The first path may find too much, since the noise is only guessed at; pruning removes it. */
    private static final double FIRST_PENALTY_SHARE = 0.75;

    private final SegmentationSettings settings;

    LevelShifts(SegmentationSettings settings) {
        this.settings = settings;
    }

    /** The shifts of these runs, ascending. */
    List<Shift> find(List<double[]> runs) {
        if (runs.size() < FEWEST_RUNS) {
            return List.of();
        }
        Scale scale = Scale.of(runs);
        RunValues values = RunValues.of(runs, scale);
        NoiseModel noise = NoiseModel.ofNeighbours(values);
        double penalty = FIRST_PENALTY_SHARE * settings.penalty();
        double[] levels = {};
        int[] starts = {0};
        for (int round = 0; round <= ROUNDS; round++) {
            double[] candidates = CandidateLevels.of(values, noise.runScale(), levels);
            starts = LevelPath.segmentStarts(noise.loss(), candidates, penalty);
            levels = levels(noise, values, starts);
            noise = NoiseModel.ofResiduals(values, starts, levels);
        }
        Pruning pruning = new Pruning(settings, scale, values, noise, starts);
        List<Shift> shifts = new ArrayList<>(pruning.shifts());
        new TailWatch(settings, scale, values).suspect(pruning.lastStart()).ifPresent(shifts::add);
        return shifts;
    }

    private static double[] levels(NoiseModel noise, RunValues values, int[] starts) {
        double[] levels = new double[starts.length];
        for (int segment = 0; segment < starts.length; segment++) {
            int to = segment + 1 < starts.length ? starts[segment + 1] : values.runs();
            levels[segment] = noise.loss()
                    .levelNear(starts[segment], to, Median.of(values.means(starts[segment], to)), noise.runScale());
        }
        return levels;
    }
}
