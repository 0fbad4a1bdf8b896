package dev.plumbline.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StudentTTest {

    private final StudentT studentT = new StudentT();

    @Test
    void agreesWithThePublishedTableOfQuantiles() {
        // Any table of Student's t, two-sided 5 %: 12.706 (1), 2.776 (4), 2.228 (10), 2.042 (30); 1.960 (normal).
        assertThat(studentT.quantile(0.975, 1)).isCloseTo(12.7062, within(1e-4));
        assertThat(studentT.quantile(0.975, 4)).isCloseTo(2.77645, within(1e-5));
        assertThat(studentT.quantile(0.975, 10)).isCloseTo(2.22814, within(1e-5));
        assertThat(studentT.quantile(0.975, 30)).isCloseTo(2.04227, within(1e-5));
        assertThat(studentT.quantile(0.975, Double.POSITIVE_INFINITY)).isCloseTo(1.95996, within(1e-4));
    }

    @Test
    void tailsAreExactWhereTheyHaveAClosedForm() {
        // One degree of freedom (Cauchy): P(|T| > t) = 1 - 2 atan(t) / π; two: 1 - t / √(2 + t²).
        assertThat(StudentT.twoSided(3, 1)).isCloseTo(1 - 2 * Math.atan(3) / Math.PI, within(1e-12));
        assertThat(StudentT.twoSided(-3, 2)).isCloseTo(1 - 3 / Math.sqrt(11), within(1e-12));
    }

    @Test
    void theFarTailKeepsItsDigits() {
        // 1 - t/√(2 + t²) for large t is 1/t² - …: at 10⁶ that is 10⁻¹², where a difference from 1 has four digits
        // left.
        assertThat(StudentT.twoSided(1e6, 2)).isCloseTo(1e-12, within(1e-17));
    }

    @Test
    void agreesWithSciPyWhereDegreesOfFreedomAreNoWholeNumber() {
        // scipy.stats.t.ppf(.975, 2.9), ppf(.8, 3.3), ppf(.995, 8.5); 2 * scipy.stats.t.sf(1.5, 2.5), sf(40, 3),
        // sf(4.03, 5.25).
        assertThat(studentT.quantile(0.975, 2.9)).isCloseTo(3.2454380624331107, within(1e-9));
        assertThat(studentT.quantile(0.8, 3.3)).isCloseTo(0.964567280124389, within(1e-9));
        assertThat(studentT.quantile(0.995, 8.5)).isCloseTo(3.2988198971702256, within(1e-9));
        assertThat(StudentT.twoSided(1.5, 2.5)).isCloseTo(0.24783645308629618, within(1e-12));
        assertThat(StudentT.twoSided(40, 3)).isCloseTo(3.4380680789158506e-05, within(1e-15));
        assertThat(StudentT.twoSided(4.03, 5.25)).isCloseTo(0.009066139902952536, within(1e-12));
    }

    @Test
    void extremesAreNumbers() {
        assertThat(StudentT.twoSided(0, 5)).isEqualTo(1);
        assertThat(StudentT.twoSided(Double.POSITIVE_INFINITY, 5)).isZero();
        assertThat(StudentT.twoSided(Double.NaN, 5)).isNaN();
    }
}
