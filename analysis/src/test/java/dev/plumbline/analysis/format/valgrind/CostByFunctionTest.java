package dev.plumbline.analysis.format.valgrind;

import static dev.plumbline.analysis.format.valgrind.Profiles.file;
import static dev.plumbline.analysis.format.valgrind.Profiles.functions;
import static dev.plumbline.analysis.format.valgrind.Profiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.valgrind.CostByFunction.Cost;
import dev.plumbline.analysis.report.comparison.CostDifference;
import org.junit.jupiter.api.Test;

/** What functions cost, compared with what Valgrind's own tools say of the same files. */
class CostByFunctionTest {

    private static final String HEADER = "# callgrind format\npositions: line\nevents: Ir\n";

    @Test
    void agreesWithCallgrindAnnotate() {
        CostByFunction costs = functions(ProfileKind.CALLGRIND, file("old.callgrind.out"));

        // callgrind_annotate, and callgrind_annotate --inclusive=yes
        assertThat(costs.event()).isEqualTo("Ir");
        assertThat(costs.total()).isEqualTo(664680);
        assertThat(costs.functions())
                .containsEntry("main", new Cost(60109, 647039))
                .containsEntry("count", new Cost(146508, 549972))
                .containsEntry("hash", new Cost(48099, 48099))
                .containsEntry("calloc", new Cost(28340, 85456))
                .containsEntry("fibonacci", new Cost(6739, 6739));
    }

    @Test
    void recursionLevelsAreOneFunctionAndNamesNeedNoNumbers() {
        CostByFunction costs = functions(ProfileKind.CALLGRIND, file("recursion.callgrind.out"));

        assertThat(costs.functions().get("fibonacci")).isEqualTo(new Cost(6739, 6739));
        assertThat(costs.functions().get("main")).isEqualTo(new Cost(60109, 647039));
        assertThat(costs.functions().keySet()).noneMatch(name -> name.contains("'"));
    }

    @Test
    void allFunctionsTogetherAreTheTotal() {
        for (String name : new String[] {
            "old.callgrind.out", "parts.callgrind.out", "recursion.callgrind.out", "events.callgrind.out"
        }) {
            CostByFunction costs = functions(ProfileKind.CALLGRIND, file(name));
            assertThat(costs.functions().values().stream().mapToLong(Cost::self).sum())
                    .as(name)
                    .isEqualTo(costs.total());
        }
    }

    @Test
    void theDifferenceOfTwoVersionsIsFoundToTheInstruction() {
        CostDifference difference = CostDifference.of(
                functions(ProfileKind.CACHEGRIND, file("old.cachegrind.out")),
                functions(ProfileKind.CACHEGRIND, file("new.cachegrind.out")));

        // cg_diff old.cachegrind.out new.cachegrind.out
        assertThat(difference.total()).isEqualTo(3281483);
        assertThat(difference.changes())
                .extracting(CostDifference.Function::name, CostDifference.Function::self)
                .contains(
                        tuple("__strcmp_avx2", 2396823L),
                        tuple("count", 786384L),
                        tuple("hash", -42099L),
                        tuple("normalize", 36077L),
                        tuple("main", 6000L));
        assertThat(difference.changes().stream()
                        .mapToLong(CostDifference.Function::self)
                        .sum())
                .isEqualTo(3281483);
    }

    @Test
    void namesAreFoundAgainInAnotherBuild() {
        assertThat(ValgrindFunctionName.of("core::fmt::write::h0123456789abcdef", ""))
                .isEqualTo("core::fmt::write");
        assertThat(ValgrindFunctionName.of("f'2", "")).isEqualTo("f");
        assertThat(ValgrindFunctionName.of("f'main'(below main)", "")).isEqualTo("f");
        assertThat(ValgrindFunctionName.of("<&'a str as Foo<'b>>::bar", "")).isEqualTo("<&'a str as Foo<'b>>::bar");
        assertThat(ValgrindFunctionName.of("0x0000000000001050", "/usr/lib/ld.so"))
                .isEqualTo("(no symbol in ld.so)");
        assertThat(ValgrindFunctionName.of("???", "???")).isEqualTo("(no symbol)");
    }

    @Test
    void aNameThatLooksLikeANumberLeadsNowhere() {
        CostByFunction costs = functions(
                ProfileKind.CALLGRIND,
                text(HEADER + "fn=(1) (2)\n1 5\nfn=(2) (1)\n1 7\nfn=(1)\n1 1\nfn=(99999999999999999999) x\n1 2\n"));

        assertThat(costs.functions())
                .containsEntry("(2)", new Cost(6, 6))
                .containsEntry("(1)", new Cost(7, 7))
                .hasSize(3);
        assertThatThrownBy(() -> functions(ProfileKind.CALLGRIND, text(HEADER + "fn=(1)\n1 5\n")))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("no line above says which name (1) stands for");
    }

    @Test
    void functionsThatCallEachOtherCostNoMoreThanTheTotal() {
        CostByFunction costs = functions(
                ProfileKind.CALLGRIND,
                text(HEADER + "fn=a\n1 5\ncfn=b\ncalls=9 1\n1 9000\nfn=b\n1 7\ncfn=a\ncalls=9 1\n1 9000\n"));

        assertThat(costs.total()).isEqualTo(12);
        assertThat(costs.functions()).containsEntry("a", new Cost(5, 12)).containsEntry("b", new Cost(7, 12));
    }

    @Test
    void tooManyFunctionsAreRejected() {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i <= 250_000; i++) {
            file.append("fn=f").append(i).append("\n1 1\n");
        }
        assertThatThrownBy(() -> functions(ProfileKind.CALLGRIND, text(file.toString())))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("more than 250000 functions");
        assertThat(Profiles.one(ResultFormat.CALLGRIND, text(file.toString()))
                        .primary()
                        .score())
                .as("its total is read all the same")
                .isEqualTo(250_001);
    }
}
