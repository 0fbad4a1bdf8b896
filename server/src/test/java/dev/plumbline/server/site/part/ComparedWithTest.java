package dev.plumbline.server.site.part;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.model.Rung;
import dev.plumbline.server.judging.Baseline;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ComparedWithTest {

    @Test
    void namesTheRungTheCommitAndItsAge() {
        assertThat(text(Rung.MERGE_BASE, 0, 2)).isEqualTo("3f72a10b of main, the merge base, 2 days older");
        assertThat(text(Rung.NEAREST_ANCESTOR, 7, 0))
                .isEqualTo("3f72a10b of main, the nearest ancestor that was measured, 7 commits before the merge base,"
                        + " less than a day older");
        assertThat(text(Rung.SEGMENT, 0, 1))
                .isEqualTo("the newest runs of main up to 3f72a10b, since no measured ancestor is known, 1 day older");
        assertThat(text(Rung.PAIR, 0, 1)).isEqualTo("3f72a10b, measured alternately with it, 1 day older");
    }

    @Test
    void noBaselineSaysWhereThereIsOne() {
        assertThat(text(Rung.NONE, 0, 0))
                .isEqualTo("nothing: main was not measured in this environment, and was in ci-arm, ci-x64");
    }

    private static String text(Rung rung, int commits, int days) {
        boolean none = rung == Rung.NONE;
        return new ComparedWith(new Baseline(
                        rung,
                        "lab",
                        "main",
                        Optional.empty(),
                        none ? Optional.empty() : Optional.of("3f72a10b77"),
                        OptionalInt.of(commits),
                        OptionalInt.empty(),
                        none ? OptionalInt.empty() : OptionalInt.of(days),
                        none ? 0 : 5,
                        List.of(9L),
                        none ? List.of("ci-arm", "ci-x64") : List.of(),
                        List.of()))
                .text();
    }
}
