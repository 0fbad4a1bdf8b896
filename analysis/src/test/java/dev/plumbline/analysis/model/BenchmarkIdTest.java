package dev.plumbline.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchmarkIdTest {

    @Test
    void theKeyShowsTheWholeIdentity() {
        BenchmarkId id = new BenchmarkId("com.acme.Foo.bar", Map.of("size", "10", "kind", "a"), Mode.AVERAGE_TIME, 4);

        assertThat(id.key()).isEqualTo("com.acme.Foo.bar{kind=a,size=10}[avgt,4]");
    }

    @Test
    void differentIdentitiesHaveDifferentKeys() {
        List<BenchmarkId> similar = List.of(
                id("a", Map.of()),
                id("a", Map.of("", "")),
                id("a", Map.of("b", "c")),
                id("a", Map.of("b", "c,d=e")),
                id("a", Map.of("b", "c", "d", "e")),
                id("a", Map.of("b", "c\\,d=e")),
                id("a", Map.of("b=c", "")),
                id("a{b=c}", Map.of()),
                id("a[avgt,1]", Map.of()),
                new BenchmarkId("a", Map.of(), Mode.AVERAGE_TIME, 11),
                new BenchmarkId("a", Map.of(), Mode.SAMPLE_TIME, 1));

        assertThat(similar).extracting(BenchmarkId::key).doesNotHaveDuplicates();
    }

    private static BenchmarkId id(String name, Map<String, String> params) {
        return new BenchmarkId(name, params, Mode.AVERAGE_TIME, 1);
    }
}
