package dev.plumbline.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.generator.history.Commit;
import dev.plumbline.generator.history.Environment;
import dev.plumbline.generator.history.GeneratedRun;
import dev.plumbline.generator.history.PlantedEffect;
import dev.plumbline.generator.suite.Benchmark;
import dev.plumbline.generator.suite.NoiseClass;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedProjectTest {

    private static final Instant UNTIL = Instant.parse("2026-11-30T12:00:00Z");
    private static final GeneratedProject SMALL = project(ProjectSize.small());

    private static GeneratedProject project(ProjectSize size) {
        return new GeneratedProject(size, 1, UNTIL);
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        GeneratedProject again = project(ProjectSize.small());
        List<GeneratedRun> runs = SMALL.runs();

        assertThat(again.runs()).isEqualTo(runs);
        for (GeneratedRun run : List.of(runs.get(0), runs.get(runs.size() - 1))) {
            assertThat(again.documents(run).get(0))
                    .isEqualTo(SMALL.documents(run).get(0));
        }
        assertThat(new GeneratedProject(ProjectSize.small(), 2, UNTIL).runs()).isNotEqualTo(runs);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 24, 99, 344, 2_000})
    void everyBenchmarkIsAnother(int benchmarks) {
        List<Benchmark> all =
                project(new ProjectSize(benchmarks, 20, 1, 1)).suite().benchmarks();

        assertThat(all).hasSize(benchmarks);
        assertThat(all.stream().map(each -> each.className() + each.title())).doesNotHaveDuplicates();
    }

    @Test
    void hasEveryKindOfNoiseWhenItIsLarge() {
        assertThat(project(ProjectSize.standard()).suite().benchmarks())
                .extracting(Benchmark::noise)
                .contains(NoiseClass.values());
    }

    @Test
    void everyLogIsALineOfParentsInTheOrderOfTime() {
        for (GeneratedRun run : SMALL.runs()) {
            for (int index = 1; index < run.log().size(); index++) {
                Commit child = run.log().get(index - 1);
                Commit parent = run.log().get(index);

                assertThat(child.parent()).contains(parent.sha());
                assertThat(child.at()).isAfter(parent.at());
            }
            assertThat(run.startedAt()).isAfter(run.commit().at()).isBefore(UNTIL);
        }
    }

    @Test
    void aPlantedShiftIsInTheDocumentsFromItsCommitOn() throws IOException {
        Truth truth = SMALL.truth().stream()
                .filter(each -> each.effect() instanceof PlantedEffect.Shift shift && shift.factor() == 1.3)
                .findFirst()
                .orElseThrow();
        Benchmark benchmark = SMALL.suite()
                .benchmarks()
                .get(truth.effect().benchmarks().stream().sorted().findFirst().orElseThrow());
        String name = benchmark.className() + "." + benchmark.method();

        double before =
                mean(name, run -> run.commit().at().isBefore(truth.commit().at()));
        double after =
                mean(name, run -> !run.commit().at().isBefore(truth.commit().at()));

        // × 1.3, and the mean of a dozen runs on each side, whose own deviation is below 1.5 %: five of them are 3 %.
        assertThat(after / before).isBetween(1.26, 1.34);
    }

    @Test
    void aMovedClassHasItsOldNameBeforeAndItsNewOneAfter() throws IOException {
        Truth truth = SMALL.truth().stream()
                .filter(each -> each.effect() instanceof PlantedEffect.Move)
                .findFirst()
                .orElseThrow();
        PlantedEffect.Move move = (PlantedEffect.Move) truth.effect();
        for (GeneratedRun run : main(Environment.CI)) {
            boolean moved = !run.commit().at().isBefore(truth.commit().at());

            assertThat(names(run)).anyMatch(name -> name.startsWith((moved ? move.to() : move.from()) + "."));
            assertThat(names(run)).noneMatch(name -> name.startsWith((moved ? move.from() : move.to()) + "."));
        }
    }

    @Test
    void refusesASizeInWhichNotEverythingCanHappen() {
        assertThatThrownBy(() -> new ProjectSize(19, 62, 3, 5)).hasMessage("benchmarks is 19, expected 20 to 10000");
        assertThatThrownBy(() -> new ProjectSize(344, 5, 3, 5)).hasMessage("commits is 5, expected 20 to 5000");
    }

    private static List<GeneratedRun> main(Environment environment) {
        return SMALL.runs().stream()
                .filter(run -> run.branch().equals(GeneratedProject.BASE_BRANCH))
                .filter(run -> run.environment() == environment)
                .toList();
    }

    private static double mean(String benchmark, Predicate<GeneratedRun> which) throws IOException {
        List<Double> scores = new ArrayList<>();
        for (GeneratedRun run : main(Environment.LAB).stream().filter(which).toList()) {
            for (JsonNode result : results(run)) {
                if (result.path("benchmark").asText().equals(benchmark)) {
                    scores.add(result.at("/primaryMetric/score").asDouble());
                }
            }
        }
        return scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static List<String> names(GeneratedRun run) throws IOException {
        return results(run).stream()
                .map(result -> result.path("benchmark").asText())
                .toList();
    }

    private static List<JsonNode> results(GeneratedRun run) throws IOException {
        List<JsonNode> results = new ArrayList<>();
        for (byte[] document : SMALL.documents(run)) {
            new ObjectMapper().readTree(document).forEach(results::add);
        }
        return results;
    }
}
