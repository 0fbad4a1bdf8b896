package dev.plumbline.server.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.server.judging.JudgingInput.Against;
import dev.plumbline.server.judging.JudgingInput.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is stored of documents that were accepted can be judged: any finite numbers, in any runs, of any number of series. */
class RunJudgingPropertyTest {

    private static final int INPUTS = 300;
    private static final double[] EXTREME = {
        0, -0.0, 1, -1, Double.MIN_VALUE, -Double.MIN_VALUE, 1e-300, 1e300, Double.MAX_VALUE, -Double.MAX_VALUE
    };
    private static final String[] UNITS = {"s/op", "ops/s", "B/op", "#", "", "x"};

    private final RunJudging judging = new RunJudging(SegmentationSettings.defaults(), JudgeSettings.defaults());

    @ParameterizedTest
    @EnumSource
    void takesWhateverWasStored(Against against) {
        for (int seed = 0; seed < INPUTS; seed++) {
            JudgingInput input = input(against, new Random(seed));

            JudgingResult result = judging.apply(input);

            assertThat(result.verdicts())
                    .as("seed %d", seed)
                    .hasSize(input.series().size());
        }
    }

    private static JudgingInput input(Against against, Random random) {
        boolean base = against == Against.OWN_SEGMENT;
        int length = against == Against.PAIR ? 1 : random.nextInt(40) + (base ? 1 : 0);
        long[] runs = LongStream.rangeClosed(1, length).toArray();
        int candidate = base ? random.nextInt(length) : length;
        long[] commits = new long[length];
        for (int run = 1; run < length; run++) {
            commits[run] = commits[run - 1] + random.nextInt(2);
        }
        int from = candidate;
        while (base && from > 0 && commits[from - 1] == commits[candidate]) {
            from--;
        }
        int forks = 1 + random.nextInt(4);
        // Each benchmark may have failed.
        int series = random.nextInt(4);
        List<History> histories = IntStream.range(0, series)
                .mapToObj(each -> history(each, against, length, candidate, forks, random))
                .toList();
        return new JudgingInput(
                base ? runs[candidate] : length + 1,
                against,
                runs,
                commits,
                from,
                candidate,
                0,
                List.of(),
                histories,
                Map.of());
    }

    private static History history(int id, Against against, int length, int candidate, int forks, Random random) {
        boolean everywhere = random.nextBoolean();
        int kind = random.nextInt(4);
        double[] @Nullable [] values = new double[length][];
        for (int run = 0; run < length; run++) {
            boolean measured = everywhere || run == candidate || against == Against.PAIR || random.nextBoolean();
            values[run] = measured ? values(kind, forks, random) : null;
        }
        List<double[]> candidates = new ArrayList<>();
        candidates.add(
                candidate < length && values[candidate] != null ? values[candidate] : values(kind, forks, random));
        Metric metric = new Metric("m" + id, Unit.of(UNITS[random.nextInt(UNITS.length)]));
        return new History(id + 1, metric, values, candidates, 0, List.of(), Optional.empty());
    }

    private static double[] values(int kind, int forks, Random random) {
        return random.doubles(forks)
                .map(uniform -> switch (kind) {
                    case 0 -> 100 + uniform;
                    case 1 -> 7;
                    case 2 -> EXTREME[(int) (uniform * EXTREME.length)];
                    default -> Math.exp(1_400 * uniform - 700) * (uniform < 0.1 ? -1 : 1);
                })
                .toArray();
    }
}
