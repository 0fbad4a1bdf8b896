package dev.plumbline.analysis.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.text.Glyphs;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BaselineRangeTest {

    @Test
    void namesTheRunsAndTheirCommits() {
        assertThat(describe(new BaselineRange(6, "0a1b2c3d4e5f", "f0e1d2c3b4a5")))
                .isEqualTo("compared with 6 runs, 0a1b2c3d4e … f0e1d2c3b4");
        assertThat(describe(new BaselineRange(1, "0a1b2c3d4e5f", "0a1b2c3d4e5f")))
                .isEqualTo("compared with 1 run, 0a1b2c3d4e");
    }

    @Test
    void leavesTheCommitsOutWhereSeriesHaveDifferentOnes() {
        assertThat(describe(new BaselineRange(3, "0a1b2c3", "f0e1d2c"), new BaselineRange(6, "1111111", "f0e1d2c")))
                .isEqualTo("compared with 3 … 6 runs");
        assertThat(describe(new BaselineRange(6, "", ""))).isEqualTo("compared with 6 runs");
        assertThat(describe()).isEmpty();
    }

    private static String describe(BaselineRange... baselines) {
        return BaselineRange.describe(Set.of(baselines), Glyphs.UNICODE);
    }
}
