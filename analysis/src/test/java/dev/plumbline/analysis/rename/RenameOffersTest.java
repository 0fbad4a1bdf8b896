package dev.plumbline.analysis.rename;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Mode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RenameOffersTest {

    @Test
    void aMovedPackageIsOneOffer() {
        List<MeasuredBenchmark> gone = List.of(
                at(1e-6, "acme.old.Parser.parse"), at(2e-6, "acme.old.Parser.print"), at(3e-6, "acme.old.Lexer.lex"));
        List<MeasuredBenchmark> come = List.of(
                at(1.1e-6, "acme.young.Parser.parse"),
                at(2e-6, "acme.young.Parser.print"),
                at(3e-6, "acme.young.Lexer.lex"));

        assertThat(offers(gone, come)).singleElement().satisfies(offer -> {
            assertThat(offer.pattern()).isEqualTo(new RenamePattern("acme.old.*", "acme.young.*"));
            assertThat(offer.pairs()).hasSize(3);
        });
    }

    @Test
    void aRegressionThatCameWithTheMoveDoesNotHideIt() {
        assertThat(offers(List.of(at(1e-6, "a.X.m")), List.of(at(1.9e-6, "b.X.m"))))
                .hasSize(1);
        assertThat(offers(List.of(at(1e-6, "a.X.m")), List.of(at(2.1e-6, "b.X.m"))))
                .isEmpty();
    }

    @Test
    void aRenamedClassIsOfferedIfItsMethodsMatch() {
        List<MeasuredBenchmark> gone = List.of(at(1, "acme.Old.one"), at(2, "acme.Old.two"));

        assertThat(offers(gone, List.of(at(1, "acme.Young.one"), at(2, "acme.Young.two"))))
                .singleElement()
                .satisfies(offer ->
                        assertThat(offer.pattern()).isEqualTo(new RenamePattern("acme.Old.*", "acme.Young.*")));
        // A method is missing, or one is new: it may be another class.
        assertThat(offers(gone, List.of(at(1, "acme.Young.one")))).isEmpty();
        assertThat(offers(gone, List.of(at(1, "acme.Young.one"), at(2, "acme.Young.three"))))
                .isEmpty();
    }

    @Test
    void aRenamedMethodIsOfferedIfItIsTheOnlyOne() {
        assertThat(offers(List.of(at(1, "acme.X.one")), List.of(at(1.2, "acme.X.uno"))))
                .singleElement()
                .satisfies(
                        offer -> assertThat(offer.pattern()).isEqualTo(new RenamePattern("acme.X.one", "acme.X.uno")));
        assertThat(offers(List.of(at(1, "acme.X.one")), List.of(at(1.3, "acme.X.uno"))))
                .isEmpty();
        assertThat(offers(
                        List.of(at(1, "acme.X.one"), at(1, "acme.X.two")),
                        List.of(at(1, "acme.X.uno"), at(1, "acme.X.due"))))
                .isEmpty();
        assertThat(offers(List.of(at(1, "acme.X.one")), List.of(at(1, "acme.X.uno"), at(1, "acme.X.due"))))
                .isEmpty();
    }

    @Test
    void aRenamedMethodTakesAllOfItsParametersAlong() {
        List<MeasuredBenchmark> gone =
                List.of(at(1, "acme.X.one", Map.of("size", "1")), at(9, "acme.X.one", Map.of("size", "2")));

        assertThat(offers(
                        gone,
                        List.of(at(1, "acme.X.uno", Map.of("size", "1")), at(9, "acme.X.uno", Map.of("size", "2")))))
                .singleElement()
                .satisfies(offer -> assertThat(offer.pairs()).hasSize(2));
        assertThat(offers(gone, List.of(at(1, "acme.X.uno", Map.of("size", "1")))))
                .isEmpty();
    }

    @Test
    void whatCouldBeTwoIsNotOffered() {
        assertThat(offers(List.of(at(1, "a.X.m")), List.of(at(1, "b.X.m"), at(1, "c.X.m"))))
                .isEmpty();
        assertThat(offers(List.of(at(1, "a.X.m"), at(1, "b.X.m")), List.of(at(1, "c.X.m"))))
                .isEmpty();
        // The class was renamed, or it moved.
        assertThat(offers(List.of(at(1, "a.X.m")), List.of(at(1, "b.X.m"), at(1, "a.Y.m"))))
                .isEmpty();
    }

    @Test
    void otherParametersModesThreadsOrUnitsAreOtherBenchmarks() {
        MeasuredBenchmark old = at(1, "a.X.m");
        assertThat(offers(List.of(old), List.of(at(1, "b.X.m", Map.of("size", "1")))))
                .isEmpty();
        assertThat(offers(
                        List.of(old),
                        List.of(new MeasuredBenchmark(
                                new BenchmarkId("b.X.m", Map.of(), Mode.THROUGHPUT, 1), "s/op", 1))))
                .isEmpty();
        assertThat(offers(
                        List.of(old),
                        List.of(new MeasuredBenchmark(
                                new BenchmarkId("b.X.m", Map.of(), Mode.AVERAGE_TIME, 2), "s/op", 1))))
                .isEmpty();
        assertThat(offers(
                        List.of(old),
                        List.of(new MeasuredBenchmark(
                                new BenchmarkId("b.X.m", Map.of(), Mode.AVERAGE_TIME, 1), "B/op", 1))))
                .isEmpty();
        assertThat(offers(List.of(old), List.of(at(Double.NaN, "b.X.m")))).isEmpty();
    }

    @Test
    void namesOfAnySortAreTakenAsTheyAre() {
        for (String name : List.of("m", ".", "..", "*.*.*", "a.*.m", "<b>.|.%_", "x".repeat(5_000) + ".m")) {
            assertThat(offers(List.of(at(1, name)), List.of(at(1, name + "y")))).hasSizeLessThan(2);
        }
    }

    @Test
    void theStarStandsForTheSameTextOnBothSides() {
        RenamePattern pattern = new RenamePattern("acme.old.*Bench.m", "acme.young.*Test.m");

        assertThat(pattern.renamed("acme.old.sub.XBench.m")).contains("acme.young.sub.XTest.m");
        assertThat(pattern.renamed("acme.old.Bench.m")).contains("acme.young.Test.m");
        assertThat(pattern.renamed("acme.old.XBench.n")).isEmpty();
        assertThat(new RenamePattern("ab*ba", "c*d").renamed("aba")).isEmpty();
        assertThat(new RenamePattern("a%_.m", "b.m").renamed("axx.m")).isEmpty();
    }

    @Test
    void patternsThatDoNotFitTogetherAreRefused() {
        assertThatThrownBy(() -> new RenamePattern("a.*", "b"))
                .hasMessageContaining("one in the old name and one in the new one");
        assertThatThrownBy(() -> new RenamePattern("*.*", "b.*")).hasMessageContaining("expected no * at all");
        assertThatThrownBy(() -> new RenamePattern("a", "a")).hasMessageContaining("the same");
        assertThatThrownBy(() -> new RenamePattern("", "a")).hasMessageContaining("empty");
        assertThatThrownBy(() -> new RenamePattern("a".repeat(4_001), "a")).hasMessageContaining("4000 characters");
    }

    private static List<RenameOffer> offers(List<MeasuredBenchmark> gone, List<MeasuredBenchmark> come) {
        Set<RenamePair> pairs = RenameOffers.pairs(gone, come);
        return RenameOffers.grouped(pairs);
    }

    private static MeasuredBenchmark at(double level, String name) {
        return at(level, name, Map.of());
    }

    private static MeasuredBenchmark at(double level, String name, Map<String, String> params) {
        return new MeasuredBenchmark(new BenchmarkId(name, params, Mode.AVERAGE_TIME, 1), "s/op", level);
    }
}
