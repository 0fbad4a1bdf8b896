package dev.plumbline.analysis.profile.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.profile.Frame;
import dev.plumbline.analysis.profile.FrameKind;
import dev.plumbline.analysis.profile.IntStack;
import dev.plumbline.analysis.profile.ProfileBuilder;
import dev.plumbline.analysis.profile.ProfileLimits;
import dev.plumbline.analysis.profile.ProfiledEvent;
import dev.plumbline.analysis.profile.ProfiledEvent.Sampling;
import dev.plumbline.analysis.profile.Weight;
import dev.plumbline.analysis.profile.difference.CostChange.Finding;
import dev.plumbline.analysis.profile.difference.ProfileDifference.Measure;
import dev.plumbline.analysis.stats.VariancePrior;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DifferenceJudgeTest {

    private static final DifferenceSettings SETTINGS = DifferenceSettings.defaults();

    @Test
    void namesTheFunctionThatGotHotterFirst() {
        ProfileDifference difference =
                compare(event(Sampling.SAMPLED, 1, 300, 300, 300, 100), event(Sampling.SAMPLED, 1, 300, 300, 300, 400));

        FunctionChange first = difference.functions().get(0);
        assertThat(difference.measure()).isEqualTo(Measure.SHARE);
        assertThat(first.function()).isEqualTo("f3");
        assertThat(first.self().finding()).isEqualTo(Finding.HOTTER);
        // 400 of 1,300 against 100 of 1,000.
        assertThat(first.self().difference()).isBetween(0.2076, 0.2077);
        assertThat(first.self().low()).isBetween(0.1, 0.2077);
        assertThat(first.self().high()).isBetween(0.2077, 0.3);
    }

    @Test
    void saysNothingOfAHandfulOfSamples() {
        ProfileDifference difference =
                compare(event(Sampling.SAMPLED, 1, 2, 1, 0), event(Sampling.SAMPLED, 1, 0, 1, 3));

        assertThat(difference.functions()).allMatch(function -> function.self().finding() == Finding.UNPROVEN);
    }

    @Test
    void comparesExactCountsExactly() {
        ProfileDifference difference =
                compare(event(Sampling.EXACT, 1, 1_000_000, 7), event(Sampling.EXACT, 1, 1_000_001, 7));

        assertThat(difference.measure()).isEqualTo(Measure.COUNT);
        assertThat(difference.functions().get(0).function()).isEqualTo("f0");
        assertThat(difference.functions().get(0).self().difference()).isEqualTo(1);
        assertThat(difference.functions().get(0).self().finding()).isEqualTo(Finding.HOTTER);
        assertThat(difference.functions().get(1).self().finding()).isEqualTo(Finding.UNPROVEN);
    }

    @Test
    void comparesByOperationWhereTheirNumberIsKnown() {
        // The head did twice as many operations in twice the samples, and f1 takes twice as long for each.
        ProfileDifference difference = DifferenceJudge.compare(
                Side.of(event(Sampling.SAMPLED, 1, 500, 500), 1_000),
                Side.of(event(Sampling.SAMPLED, 1, 1_000, 2_000), 2_000),
                SETTINGS);

        assertThat(difference.measure()).isEqualTo(Measure.PER_OPERATION);
        FunctionChange first = difference.functions().get(0);
        assertThat(first.function()).isEqualTo("f1");
        assertThat(first.self().difference()).isEqualTo(0.5);
        assertThat(first.self().finding()).isEqualTo(Finding.HOTTER);
        assertThat(difference.functions().get(1).self().finding()).isEqualTo(Finding.UNPROVEN);
    }

    @Test
    void weighsAFewLargeSamplesAsFew() {
        // 40 samples of 1 MB each on both sides: as many bytes as 40 million samples of a byte, and no more is known
        // than from 40.
        ProfileDifference difference =
                compare(event(Sampling.SAMPLED, 1_000_000, 15, 25), event(Sampling.SAMPLED, 1_000_000, 21, 19));

        assertThat(difference.functions()).allMatch(function -> function.self().finding() == Finding.UNPROVEN);
    }

    @Test
    void twoRecordingsOfTheSameCodeDifferAsRarelyAsStated() {
        // Samples are independent here, so the stated rate holds without any dispersion: at most 5 % of 400 differences
        // have a
        // finding. With a probability of 0.05 more than 34 of 400 have one in 0.1 % of all cases (binomial
        // distribution).
        DifferenceSettings independent = new DifferenceSettings(0.05, 0.95, 0, new VariancePrior(200, 1), 6);
        Random random = new Random(20);
        int found = 0;
        for (int i = 0; i < 400; i++) {
            ProfileDifference difference = DifferenceJudge.compare(
                    Side.of(drawn(random), Double.NaN), Side.of(drawn(random), Double.NaN), independent);
            found += difference.functions().stream().anyMatch(DifferenceJudgeTest::isFinding) ? 1 : 0;
        }

        assertThat(found).isLessThanOrEqualTo(34);
    }

    @Test
    void recordingsThatDifferMakeFindingsRarer() {
        // Half of the time in f0 or none of it, from recording to recording: f0 can't be told to have changed.
        List<ProfiledEvent> base = List.of(
                event(Sampling.SAMPLED, 1, 500, 500, 500),
                event(Sampling.SAMPLED, 1, 50, 500, 500),
                event(Sampling.SAMPLED, 1, 480, 500, 500));
        List<ProfiledEvent> head = List.of(
                event(Sampling.SAMPLED, 1, 500, 500, 500),
                event(Sampling.SAMPLED, 1, 510, 500, 500),
                event(Sampling.SAMPLED, 1, 490, 500, 500));

        ProfileDifference several =
                DifferenceJudge.compare(new Side(base, Double.NaN), new Side(head, Double.NaN), SETTINGS);
        ProfileDifference one = compare(base.get(1), head.get(1));

        assertThat(several.functions()).noneMatch(DifferenceJudgeTest::isFinding);
        assertThat(one.functions()).anyMatch(DifferenceJudgeTest::isFinding);
    }

    private static boolean isFinding(FunctionChange function) {
        return Stream.of(function.self(), function.total()).anyMatch(change -> change.finding() != Finding.UNPROVEN);
    }

    private static ProfileDifference compare(ProfiledEvent base, ProfiledEvent head) {
        return DifferenceJudge.compare(Side.of(base, Double.NaN), Side.of(head, Double.NaN), SETTINGS);
    }

    private static ProfiledEvent drawn(Random random) {
        long[] samples = new long[60];
        for (int i = 0; i < 800; i++) {
            samples[(int) (60 * Math.pow(random.nextDouble(), 3))]++;
        }
        return event(Sampling.SAMPLED, 1, samples);
    }

    private static ProfiledEvent event(Sampling sampling, long each, long... samples) {
        ProfileBuilder builder = new ProfileBuilder(ProfileLimits.defaults());
        ProfileBuilder.Event event = builder.event("cpu", "samples", sampling);
        IntStack stack = new IntStack();
        for (int i = 0; i < samples.length; i++) {
            stack.clear(false);
            stack.push(builder.frame(Frame.of("main", FrameKind.NATIVE)));
            stack.push(builder.frame(Frame.of("f" + i, FrameKind.NATIVE)));
            event.add("main", stack, Weight.samples(samples[i], each));
        }
        return builder.build("test").events().get(0);
    }
}
