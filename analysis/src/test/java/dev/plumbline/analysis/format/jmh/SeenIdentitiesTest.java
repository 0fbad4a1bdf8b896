package dev.plumbline.analysis.format.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenIdentitiesTest {

    @Test
    void remembersEveryIdentityAndItsFirstResult() {
        SeenIdentities seen = new SeenIdentities();
        for (int number = 1; number <= 20_000; number++) {
            assertThat(seen.remember("benchmark" + number, number)).isZero();
        }
        for (int number = 1; number <= 20_000; number += 997) {
            assertThat(seen.remember("benchmark" + number, 99_999)).isEqualTo(number);
        }
    }
}
