package dev.plumbline.charts.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.charts.Samples;
import dev.plumbline.charts.Xml;
import dev.plumbline.charts.picture.ChartException;
import dev.plumbline.charts.picture.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CandidateTest {

    private static final double[] FORKS = {31e-6, 32e-6, 33e-6};

    private final ChartRenderer renderer = new ChartRenderer();

    private Xml draw(TrendChart chart) {
        return Xml.parse(renderer.svg(chart, ChartStyle.of(Theme.LIGHT)));
    }

    /** The typical sample with a run 18 % above the level of its last fifteen runs. */
    private static TrendChart compared(TrendChart.Axis axis, int from, int to) {
        TrendChart.TrendPoint run = new TrendChart.TrendPoint("c1c1c1c1", 32e-6, 31.2e-6, 32.8e-6, FORKS);
        TrendChart typical = Samples.typical();
        return new TrendChart(
                typical.title(),
                typical.unit(),
                true,
                typical.points(),
                typical.segments(),
                typical.changes(),
                typical.environmentChanges(),
                true,
                axis,
                Optional.of(new Candidate(run, from, to, 27.1e-6, 26.4e-6, 27.8e-6, Candidate.Found.WORSE, "+18 %")));
    }

    @Test
    void isDrawnApartWithItsForksIntervalAndBaseline() {
        Xml svg = draw(compared(TrendChart.Axis.COMMITS, 45, 59));

        assertThat(svg.marks("candidate")).hasSize(1);
        assertThat(svg.dots("candidate-forks")).isEqualTo(3);
        assertThat(svg.marks("candidate-interval")).hasSize(1);
        assertThat(svg.marks("baseline-band")).hasSize(1);
        assertThat(svg.marks("baseline")).hasSize(1);
        assertThat(svg.texts("candidate-label")).containsExactly("+18 %");
        assertThat(svg.texts("commit")).contains("c1c1c1c1");
        // The trend stays as it is: one mark for each of its runs.
        assertThat(svg.dots("run")).isEqualTo(60);
    }

    @Test
    void hasTheLastTooltip() {
        Xml svg = draw(compared(TrendChart.Axis.COMMITS, 45, 59));

        assertThat(svg.marks("tip")).hasSize(61);
        assertThat(svg.marks("tip").get(60).getAttribute("data-index")).isEqualTo("60");
        assertThat(svg.marks("tip").get(60).getTextContent()).startsWith("c1c1c1c1\n");
        assertThat(svg.all("/svg/desc").get(0).getTextContent())
                .contains("At the right, commit c1c1c1c1, worse than its baseline: +18 %.");
    }

    @Test
    void mayBeAloneAndMayHaveNoBaseline() {
        TrendChart alone = compared(TrendChart.Axis.COMMITS, -1, -1).part(0, -1);

        Xml svg = draw(alone);
        assertThat(svg.marks("candidate")).hasSize(1);
        assertThat(svg.dots("run")).isZero();
    }

    @Test
    void aPartKeepsTheLevelsOfTheWhole() {
        TrendChart whole = compared(TrendChart.Axis.COMMITS, 45, 59);
        TrendChart part = whole.part(30, 49);

        assertThat(part.points()).hasSize(20);
        // Of the levels from 24 and from 45, what lies between 30 and 49.
        assertThat(part.segments())
                .extracting(TrendChart.Segment::from, TrendChart.Segment::to, TrendChart.Segment::level)
                .containsExactly(
                        tuple(0, 14, whole.segments().get(1).level()),
                        tuple(15, 19, whole.segments().get(2).level()));
        assertThat(part.changes()).extracting(TrendChart.ChangeMark::index).containsExactly(15);
        assertThat(part.candidate()).hasValueSatisfying(run -> {
            assertThat(run.from()).isEqualTo(15);
            assertThat(run.to()).isEqualTo(19);
        });
        assertThat(whole.part(0, 9).candidate())
                .hasValueSatisfying(run -> assertThat(run.hasBaseline()).isFalse());
    }

    @Test
    void aBaselineOutsideTheSeriesIsRefused() {
        assertThatThrownBy(() -> compared(TrendChart.Axis.COMMITS, 45, 60)).isInstanceOf(ChartException.class);
    }

    @Test
    void runsAreWhereTheirTimesAre() {
        // Days 0, 1 and 10: by time the middle one is at a tenth of the way.
        List<TrendChart.TrendPoint> points = new ArrayList<>();
        for (int day : new int[] {0, 1, 10}) {
            points.add(new TrendChart.TrendPoint("a" + day, 1, Double.NaN, Double.NaN, FORKS, day * 86_400.0));
        }
        TrendChart whole = compared(TrendChart.Axis.TIME, -1, -1);
        TrendChart chart = new TrendChart(
                "",
                whole.unit(),
                true,
                points,
                List.of(),
                List.of(),
                List.of(),
                true,
                TrendChart.Axis.TIME,
                Optional.empty());

        assertThat(RunSlots.of(chart, 900).of()).containsExactly(0, 0.2, 2);
        assertThat(draw(chart).texts("commit")).contains("1 Jan", "11 Jan");
    }

    @Test
    void withoutTimesTheAxisShowsCommits() {
        // The newest commit has no room for its label beside the candidate's.
        assertThat(draw(compared(TrendChart.Axis.TIME, 45, 59)).texts("commit")).contains(Samples.commit(49));
    }

    @Test
    void aCommitDatedBeforeItsParentIsWhereItsParentIs() {
        List<TrendChart.TrendPoint> points = List.of(
                new TrendChart.TrendPoint("a", 1, 1, 1, FORKS, 100),
                new TrendChart.TrendPoint("b", 1, 1, 1, FORKS, 50),
                new TrendChart.TrendPoint("c", 1, 1, 1, FORKS, Double.NaN));

        assertThat(RunSlots.times(points)).containsExactly(100, 100, 100);
    }
}
