package dev.plumbline.analysis.report.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.analysis.model.Rung;
import dev.plumbline.analysis.report.verdict.Rows;
import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.SuiteVerdict;
import dev.plumbline.analysis.verdict.UnknownReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeCommentTest {

    private static final int GITHUB = 65_536;

    @Test
    void aUsualChange() {
        holds("usual", Reports.report(Reports.usual()));
    }

    @Test
    void nothingChanged() {
        holds(
                "unchanged",
                Reports.report(Reports.environment(
                        "ci-linux-x64",
                        new BaselineNote(Rung.NEAREST_ANCESTOR, Reports.BASE, OptionalInt.of(3), OptionalInt.of(1), 1),
                        Rows.time(Outcome.UNCHANGED, "com.acme.Json.write", Map.of(), 1.5e-6, 1.501e-6),
                        Rows.allocation(Outcome.UNCHANGED, "com.acme.Json.write", 96, 96))));
    }

    @Test
    void withoutABaselineThereIsNoPass() {
        holds(
                "no-baseline",
                Reports.report(Reports.environment(
                        "ci-linux-x64", BaselineNote.NONE, Rows.withoutBaseline("com.acme.Json.write"))));
    }

    @Test
    void baseAndHeadInDifferentEnvironmentsIsSaidFirst() {
        BaselineNote elsewhere =
                new BaselineNote(Rung.NONE, "", OptionalInt.empty(), OptionalInt.empty(), 0, List.of("x64", "`arm|"));

        String comment = ChangeComment.render(
                Reports.report(Reports.environment("laptop", elsewhere, Rows.withoutBaseline("com.acme.Json.write"))),
                GITHUB);

        assertThat(comment)
                .startsWith("⚠ **Base and head were measured in different environments, which are never compared:** "
                        + "head in `laptop`, `main` in `x64`, <code>&#96;arm&#124;</code>.\n");
    }

    @Test
    void otherSurroundingsAndQuarantineAreSaidFirst() {
        SuiteReport suite = new SuiteReport(
                new SuiteVerdict(
                        Outcome.REGRESSED, new Effect(1.08, 1.06, 1.1), 0.98, 1.02, Double.NaN, 14, 280, 312, true),
                List.of());
        EnvironmentReport environment = Reports.with(
                Reports.environment(
                        "ci-linux-x64",
                        new BaselineNote(Rung.SEGMENT, Reports.BASE, OptionalInt.empty(), OptionalInt.of(5), 14),
                        Rows.time(Outcome.UNCHANGED, "com.acme.Json.write", Map.of(), 1.5e-6, 1.501e-6)),
                RunTrust.QUARANTINED,
                suite,
                List.of(new SuiteReport.Difference("cpu", "Xeon 8370C", "EPYC `7763` @everyone")));
        holds("quarantined", Reports.report(environment));
    }

    @Test
    void severalEnvironmentsShareASentence() {
        BaselineNote pair = new BaselineNote(Rung.PAIR, Reports.BASE, OptionalInt.of(0), OptionalInt.of(0), 1);
        holds(
                "environments",
                Reports.report(
                        Reports.environment(
                                "arm",
                                pair,
                                Rows.time(Outcome.REGRESSED, "com.acme.Json.write", Map.of(), 1.5e-6, 1.7e-6),
                                Rows.time(Outcome.UNCHANGED, "com.acme.Json.read", Map.of(), 1.5e-6, 1.51e-6)),
                        Reports.environment(
                                "x64",
                                Reports.MERGE_BASE,
                                Rows.time(Outcome.UNCHANGED, "com.acme.Json.write", Map.of(), 1.5e-6, 1.51e-6),
                                Rows.time(Outcome.UNCHANGED, "com.acme.Json.read", Map.of(), 1.5e-6, 1.51e-6)),
                        Reports.in(Reports.usual(), EnvironmentReport.State.WAITING)));
    }

    @Test
    void whatCouldNotBeJudgedIsNoPass() {
        assertThat(sentence(EnvironmentReport.State.FAILED))
                .isEqualTo("Nothing was compared: judging failed. This isn't a pass.");
        assertThat(sentence(EnvironmentReport.State.WAITING))
                .isEqualTo("Nothing can be said yet. One run still waits to be judged.");
        assertThat(new ChangeSentence(Reports.report()).text())
                .isEqualTo("The commit was not measured. This isn't a pass.");
    }

    private static String sentence(EnvironmentReport.State state) {
        return new ChangeSentence(Reports.report(Reports.in(Reports.usual(), state))).text();
    }

    @Test
    void aReasonOfAnotherVersionIsSaidByItsCode() {
        ChangeReport report = Reports.report(
                Reports.environment(Rows.stated("com.acme.Json.write", new UnknownReason("phase-of-the-moon"))));

        assertThat(ChangeComment.render(report, 60_000))
                .contains("\n- 1 series: Reason phase-of-the-moon (of another version).\n");
    }

    @Test
    void aChangeFromNextToNothingIsToldAsItIs() {
        String comment = ChangeComment.render(
                Reports.report(Reports.environment(
                        Rows.noisy("com.acme.Json.write", 0.5, 40),
                        Rows.fromNothing("com.acme.Json.write", 0.15, 14_088))),
                GITHUB);

        assertThat(comment)
                .contains(
                        "**+14.09\u00a0kB/op** more allocation | exact",
                        "Json.write · gc.alloc.rate.norm +14.09 kB/op\"")
                .doesNotContain("(–)", "**–**");
    }

    @Test
    void hostileNamesStayNames() {
        String name = "com.acme.X'; rm -rf ~; echo '.```\n```|</details>@everyone](http://evil)<img src=x>";
        String comment = ChangeComment.render(
                Reports.report(Reports.environment(
                        "`</details>",
                        Reports.MERGE_BASE,
                        Rows.time(
                                Outcome.REGRESSED,
                                "com.acme.X'; rm -rf ~; echo '.a````b",
                                Map.of("k'", "$(reboot)"),
                                1e-6,
                                2e-6),
                        Rows.time(Outcome.REGRESSED, name, Map.of(), 1e-6, 2e-6))),
                GITHUB);

        assertThat(wellFormed(comment)).isTrue();
        assertThat(comment)
                .contains("`````sh\n")
                .contains("'^(com\\.acme\\.X'\\''; rm -rf ~; echo '\\''\\.a````b)$'")
                .contains("-p 'k'\\''=$(reboot)'")
                .doesNotContain("<img src=x", "</details>@", "](http://evil");
    }

    @ParameterizedTest
    @ValueSource(ints = {65_536, 20_000, 5_000, 2_000, 600, 60})
    void isCappedWithTheWorstKept(int limit) {
        List<VerdictRow> rows = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            rows.add(Rows.time(Outcome.REGRESSED, "com.acme.B.m" + i, Map.of(), 1e-6, 1e-6 * (1.1 + i * 0.01)));
            rows.add(Rows.noisy("com.acme.N.m" + i, 0.05, 9));
        }

        String comment =
                ChangeComment.render(Reports.report(Reports.environment(rows.toArray(VerdictRow[]::new))), limit);

        assertThat(comment).hasSizeLessThanOrEqualTo(limit);
        assertThat(wellFormed(comment)).isTrue();
        if (limit >= 2_000) {
            assertThat(comment).contains("B.m399").contains("Left out here");
        }
    }

    @Test
    void whatIsLeftOutIsCounted() {
        List<VerdictRow> rows = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            rows.add(Rows.time(Outcome.REGRESSED, "com.acme.B.m" + i, Map.of(), 1e-6, 1e-6 * (1.1 + i * 0.01)));
        }

        String comment =
                ChangeComment.render(Reports.report(Reports.environment(rows.toArray(VerdictRow[]::new))), 1_000_000);

        assertThat(comment).contains("Left out here, since a comment has an end: 30 that got worse.");
    }

    /** Every fence and every folded part that begins also ends, and none lies in another. */
    private static boolean wellFormed(String comment) {
        String fence = "";
        int open = 0;
        for (String line : comment.lines().toList()) {
            Matcher matcher = Pattern.compile("^(`{3,})(sh)?$").matcher(line);
            if (!fence.isEmpty()) {
                fence = line.equals(fence) ? "" : fence;
            } else if (matcher.matches()) {
                fence = matcher.group(1);
            } else {
                open += line.startsWith("<details>") ? 1 : 0;
                open -= line.equals("</details>") ? 1 : 0;
            }
            if (open < 0 || open > 1) {
                return false;
            }
        }
        return fence.isEmpty() && open == 0;
    }

    private static void holds(String name, ChangeReport report) {
        String comment = ChangeComment.render(report, GITHUB);
        assertThat(wellFormed(comment)).isTrue();
        try (InputStream expected = ChangeCommentTest.class.getResourceAsStream("/comment/" + name + ".md")) {
            assertThat(comment)
                    .isEqualTo(new String(Objects.requireNonNull(expected).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
