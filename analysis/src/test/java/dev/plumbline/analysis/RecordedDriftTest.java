package dev.plumbline.analysis;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.judge.RunJudge;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.pair.PairedJudge;
import dev.plumbline.analysis.pair.PairedSubject;
import dev.plumbline.analysis.subject.Subject;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Twenty-four real pairs, measured alternately on a machine that other work made now twice as slow and now as fast again. Between
 * the two revisions only {@code wordCount} changed: by a fifth to the better.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedDriftTest {

    private static final int PAIRS = 24;
    private static final int WORD_COUNT = 6;

    private final Map<String, double[]> baseline = new LinkedHashMap<>();
    private final Map<String, double[]> candidate = new LinkedHashMap<>();
    private Metric score = new Metric(Metric.SCORE, Unit.of("s/op"));

    @BeforeAll
    void read() throws IOException {
        for (int pair = 0; pair < PAIRS; pair++) {
            read(pair, "base", baseline);
            read(pair, "head", candidate);
        }
    }

    private void read(int pair, String side, Map<String, double[]> forks) throws IOException {
        String file = "/jmh/drift/%02d-%s.json.gz".formatted(pair + 1, side);
        try (InputStream in = RecordedDriftTest.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            ResultFormat.JMH_JSON.reader().read(in, ReadLimits.defaults(), result -> {
                double[] values = forks.computeIfAbsent(result.benchmark().key(), key -> new double[PAIRS]);
                values[pair] = result.primary().forkValues()[0];
                score = result.primary().metric();
            });
        }
    }

    private List<Verdict> paired() {
        return new PairedJudge(JudgeSettings.defaults())
                .judge(baseline.keySet().stream()
                        .map(key -> new PairedSubject(
                                score, requireNonNull(baseline.get(key)), requireNonNull(candidate.get(key))))
                        .toList())
                .series();
    }

    /** The same kind of comparison with these forks of either side as one run. */
    private List<Verdict> asRuns(int baselineFrom, int baselineTo, int candidateFrom, int candidateTo) {
        return new RunJudge(JudgeSettings.defaults())
                .judge(baseline.keySet().stream()
                        .map(key -> new Subject(
                                score,
                                List.of(Arrays.copyOfRange(
                                        requireNonNull(baseline.get(key)), baselineFrom, baselineTo)),
                                Arrays.copyOfRange(requireNonNull(candidate.get(key)), candidateFrom, candidateTo)))
                        .toList())
                .series();
    }

    private static double width(Verdict verdict) {
        return Math.log(verdict.effect().high() / verdict.effect().low());
    }

    @Test
    void pairsNarrowTheIntervalsOfAllBenchmarksToAboutHalf() {
        List<Verdict> paired = paired();
        List<Verdict> unpaired = asRuns(0, PAIRS, 0, PAIRS);
        double[] shares = IntStream.range(0, paired.size())
                .mapToDouble(series -> width(paired.get(series)) / width(unpaired.get(series)))
                .toArray();

        assertThat(Arrays.stream(shares).max().orElseThrow()).isLessThan(0.6);
        assertThat(Arrays.stream(shares).average().orElseThrow()).isBetween(0.4, 0.55);
    }

    @Test
    void onlyTheBenchmarkThatChangedIsFound() {
        List<Verdict> verdicts = paired();

        assertThat(verdicts.get(WORD_COUNT).outcome()).isEqualTo(Outcome.IMPROVED);
        assertThat(verdicts.subList(0, WORD_COUNT)).noneMatch(verdict -> verdict.outcome() == Outcome.REGRESSED);
        assertThat(verdicts.subList(0, WORD_COUNT)).noneMatch(verdict -> verdict.outcome() == Outcome.IMPROVED);
    }

    @Test
    void measuredOneAfterTheOtherTheDriftLooksLikeAChangeOfTheCode() {
        List<Verdict> paired = paired();
        List<Verdict> sequential = asRuns(0, PAIRS / 2, PAIRS / 2, PAIRS);

        for (int series = 0; series < WORD_COUNT; series++) {
            assertThat(sequential.get(series).effect().ratio()).isGreaterThan(1.5);
            assertThat(paired.get(series).effect().ratio()).isBetween(1 / 1.25, 1.25);
        }
        assertThat(sequential.get(WORD_COUNT).effect().ratio()).isGreaterThan(1);
    }
}
