package dev.plumbline.analysis.format.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Mode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeenIdentitiesTest {

    @Test
    void remembersEveryIdentityAndItsFirstResult() {
        SeenIdentities seen = new SeenIdentities();
        for (int number = 1; number <= 20_000; number++) {
            assertThat(seen.remember(benchmark("benchmark", Map.of("size", "" + number)), number))
                    .isZero();
        }
        for (int number = 1; number <= 20_000; number += 997) {
            assertThat(seen.remember(benchmark("benchmark", Map.of("size", "" + number)), 99_999))
                    .isEqualTo(number);
        }
    }

    @Test
    void tellsApartWhatOnlyLooksAlike() {
        SeenIdentities seen = new SeenIdentities();
        int number = 0;
        for (BenchmarkId similar : List.of(
                benchmark("a", Map.of()),
                benchmark("ab", Map.of()),
                benchmark("a", Map.of("", "")),
                benchmark("a", Map.of("b", "")),
                benchmark("a", Map.of("", "b")),
                benchmark("a", Map.of("b", "c", "d", "e")),
                benchmark("a", Map.of("b", "cd", "e", "")),
                new BenchmarkId("a", Map.of(), Mode.AVERAGE_TIME, 2),
                new BenchmarkId("a", Map.of(), Mode.SAMPLE_TIME, 1))) {
            assertThat(seen.remember(similar, ++number)).isZero();
        }
    }

    private static BenchmarkId benchmark(String name, Map<String, String> params) {
        return new BenchmarkId(name, params, Mode.AVERAGE_TIME, 1);
    }
}
