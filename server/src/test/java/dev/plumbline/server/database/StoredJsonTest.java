package dev.plumbline.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredJsonTest {

    private record Named(String text, List<String> more) {}

    @Test
    void holdsNothingThatPostgresqlCannot() {
        assertThat(StoredJson.text(new Named("a\0b", List.of("\ud800", "é😀"))))
                .isEqualTo("{\"text\":\"a\ufffdb\",\"more\":[\"\ufffd\",\"é😀\"]}");
        assertThat(StoredJson.text(Map.of("k\0", "v"))).isEqualTo("{\"k\ufffd\":\"v\"}");
    }

    @Test
    void addsTextsWhereThereIsNoneOfTheName() {
        assertThat(StoredJson.merged("{\"cores\":4,\"nested\":{},\"none\":null}", Map.of("cores", "8", "jvm", "25")))
                .isEqualTo("{\"cores\":\"4\",\"jvm\":\"25\"}");
    }
}
