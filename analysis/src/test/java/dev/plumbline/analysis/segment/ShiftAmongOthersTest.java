package dev.plumbline.analysis.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.judge.Simulated;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What a shift must show in a series that is judged among a hundred others, beside what it must show in one alone. */
class ShiftAmongOthersTest {

    private static final int SERIES = 100;

    private final Segmenter segmenter = new Segmenter(SegmentationSettings.defaults());

    private List<ChangePoint> find(int runs, double noise, IntToDoubleFunction level, int series, int... known) {
        List<double[]> values = Simulated.around(new SplittableRandom(3), runs, noise, level);
        Company company = new Company(series, new double[runs], new int[0]).knowing(known);
        return segmenter.append(Simulated.TIME, values, company, new int[0], 0).changePoints();
    }

    @Test
    void aShiftOfOneAndAHalfPercentIsToldOfASeriesAloneOnly() {
        IntToDoubleFunction small = run -> run < 40 ? 1 : 1.015;

        assertThat(find(80, 0.002, small, 1)).extracting(ChangePoint::index).containsExactly(40);
        assertThat(find(80, 0.002, small, SERIES)).isEmpty();
        assertThat(find(80, 0.002, run -> run < 40 ? 1 : 1.03, SERIES))
                .extracting(ChangePoint::index)
                .containsExactly(40);
    }

    @Test
    void whatWasToldBeforeStaysHoweverSmall() {
        assertThat(find(80, 0.002, run -> run < 40 ? 1 : 1.015, SERIES, 40))
                .extracting(ChangePoint::index)
                .containsExactly(40);
    }

    @Test
    void fiveOddRunsLongAgoAreNoNewsUnlessTheyWereToldWhenTheyHappened() {
        IntToDoubleFunction odd = run -> run >= 40 && run < 45 ? 1.1 : 1;

        assertThat(find(60, 0.01, odd, SERIES)).extracting(ChangePoint::index).containsExactly(40, 45);
        assertThat(find(100, 0.01, odd, SERIES)).isEmpty();
        assertThat(find(100, 0.01, odd, SERIES, 40, 45))
                .extracting(ChangePoint::index)
                .containsExactly(40, 45);
    }

    @Test
    void aLastingShiftIsFoundHoweverLateTheHistoryIsRead() {
        assertThat(find(150, 0.01, run -> run < 40 ? 1 : 1.1, SERIES))
                .extracting(ChangePoint::index)
                .containsExactly(40);
    }

    /** Thirteen runs of which most are at one mode, and eleven of which most are at the other: noise with two modes gives that now and then. */
    @Test
    void twoModesThatTakeTurnsAreNoShiftOfOneAmongOthers() {
        double[] percent = {
            3.5, -0.4, -0.2, -0.4, -0.3, -0.6, -1.4, 3.5, -0.1, 0, -4.4, -0.9, -1.1, 2.1, 2.8, 2.3, 2.5, 2.6, 2.7, 2.5,
            -2.1, 2.1, 3.3, -1.2
        };
        SplittableRandom random = new SplittableRandom(5);
        List<double[]> values = Arrays.stream(percent)
                .mapToObj(mean -> random.doubles(3)
                        .map(fork -> 1 + mean / 100 + 0.002 * (fork - 0.5))
                        .toArray())
                .toList();
        Company company = new Company(SERIES, new double[values.size()], new int[0]);

        assertThat(segmenter
                        .append(Simulated.TIME, values, company, new int[0], 0)
                        .changePoints())
                .isEmpty();
    }
}
