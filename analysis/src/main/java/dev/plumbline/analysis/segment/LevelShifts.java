package dev.plumbline.analysis.segment;

import dev.plumbline.analysis.stats.Median;
import dev.plumbline.analysis.subject.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The change points of a series that scatters: a first path through run means under a heavy-tailed noise, then one
 * through the forks under the noise that the series shows around the levels of the first, then pruning from the bottom. A
 * third path changes nothing on real data.
 */
final class LevelShifts {

    /** Fewer runs than this don't have enough neighbours to estimate a scale. */
    private static final int FEWEST_RUNS = 4;

    /** A path may find too much, since its levels are only close to the best ones; pruning removes that. */
    private static final double PATH_PENALTY_SHARE = 0.75;

    private final SegmentationSettings settings;
    private final Company company;

    LevelShifts(SegmentationSettings settings, Company company) {
        this.settings = settings;
        this.company = company;
    }

    /** The shifts among these points, ascending. */
    List<Shift> find(CommitPoints runs) {
        if (runs.size() < FEWEST_RUNS) {
            return List.of();
        }
        Scale scale = Scale.of(runs.runs());
        RunValues values = RunValues.of(runs, scale, company);
        CandidateLevels candidates = new CandidateLevels(values);
        double penalty = PATH_PENALTY_SHARE * settings.penalty();

        NoiseModel guessed = NoiseModel.ofNeighbours(values);
        int[] starts = company.withBoundaries(
                LevelPath.segmentStarts(guessed.loss(), candidates.apart(guessed.runScale()), penalty));
        double[] levels = levels(values, starts);

        NoiseModel noise = NoiseModel.ofResiduals(values, starts, levels);
        int[] again = company.withBoundaries(
                LevelPath.segmentStarts(noise.loss(), candidates.apart(noise.runScale(), levels), penalty));
        if (!Arrays.equals(again, starts)) {
            starts = again;
            noise = NoiseModel.ofResiduals(values, starts, levels(values, starts));
        }
        Pruning pruning = new Pruning(settings, company, scale, values, noise, starts);
        List<Shift> shifts = new ArrayList<>(pruning.shifts());
        new TailWatch(settings, company, scale, values, noise, pruning.starts())
                .suspect()
                .ifPresent(shifts::add);
        return shifts;
    }

    private static double[] levels(RunValues values, int[] starts) {
        double[] levels = new double[starts.length];
        for (int segment = 0; segment < starts.length; segment++) {
            int to = segment + 1 < starts.length ? starts[segment + 1] : values.runs();
            levels[segment] = Median.select(values.means(starts[segment], to));
        }
        return levels;
    }
}
