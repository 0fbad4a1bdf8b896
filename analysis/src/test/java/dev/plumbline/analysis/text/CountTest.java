package dev.plumbline.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class CountTest {

    @Test
    void groupsDigitsByThreeInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Count.of(999)).isEqualTo("999");
            assertThat(Count.of(1_356)).isEqualTo("1,356");
            assertThat(Count.of(1, "comparison", "comparisons")).isEqualTo("1 comparison");
            assertThat(Count.of(12_000, "comparison", "comparisons")).isEqualTo("12,000 comparisons");
        } finally {
            Locale.setDefault(before);
        }
    }
}
