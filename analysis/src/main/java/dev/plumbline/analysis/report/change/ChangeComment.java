package dev.plumbline.analysis.report.change;

import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.text.Markdown;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a change did, as a comment on a pull request: GitHub-flavoured Markdown that GitLab and Gitea show as well. A pure function
 * of the report. Text from files or uploads is escaped: it can't become markup, a link or a mention.
 */
public final class ChangeComment {

    /** Environments that a warning names. */
    private static final int MOST_NAMED = 5;

    private final ChangeReport report;
    private final CommentExtent extent;
    private final CommentText text = new CommentText();

    private ChangeComment(ChangeReport report, CommentExtent extent) {
        this.report = report;
        this.extent = extent;
    }

    /**
     * The comment, each line ended by a line feed.
     *
     * @param limit the most characters, as the forge counts them; what is worst is kept and what is left out is counted
     */
    public static String render(ChangeReport report, int limit) {
        for (CommentExtent extent : CommentExtent.SHRINKING) {
            String text = new ChangeComment(report, extent).write();
            if (text.length() <= limit) {
                return text;
            }
        }
        return bare(report, limit);
    }

    /** The sentence alone, truncated if necessary. */
    private static String bare(ChangeReport report, int limit) {
        String sentence = new ChangeSentence(report).text();
        for (int end = sentence.length(); end > 0; end--) {
            String text = Markdown.escaped(sentence.substring(0, end)) + "\n";
            if (text.length() <= limit) {
                return text;
            }
        }
        return "";
    }

    private String write() {
        warnings();
        text.paragraph(new ChangeSentence(report).markdown());
        for (EnvironmentReport environment : report.environments()) {
            if (report.environments().size() > 1) {
                text.paragraph("### " + Markdown.code(environment.environment()));
            }
            new EnvironmentSection(report, environment, extent, text).write();
        }
        reproduce();
        check();
        return text.toString();
    }

    /** What the reader has to know before anything else. */
    private void warnings() {
        boolean several = report.environments().size() > 1;
        for (EnvironmentReport environment : report.environments()) {
            String where = several ? " in " + Markdown.code(environment.environment()) : "";
            if (!environment.baseline().elsewhere().isEmpty()) {
                text.paragraph(
                        "⚠ **Base and head were measured in different environments, which are never compared:** head"
                                + " in "
                                + Markdown.code(environment.environment()) + ", " + Markdown.code(report.baseBranch())
                                + " in "
                                + environment.baseline().elsewhere().stream()
                                        .limit(MOST_NAMED)
                                        .map(Markdown::code)
                                        .collect(Collectors.joining(", "))
                                + ".");
            }
            if (!environment.observed().isEmpty()) {
                text.paragraph("⚠ **Base and head were not measured in the same surroundings" + where
                        + ": what follows may be the machine and not the change.** "
                        + DifferenceWords.markdown(environment.observed()));
            }
        }
        if (report.quarantined()) {
            text.paragraph(
                    "⚠ **Quarantined: nobody vouches for these numbers.** They were uploaded without a token, as pull"
                            + " requests from forks are. They are judged and shown, decide nothing and never become a"
                            + " baseline.");
        }
    }

    private void reproduce() {
        for (Outcome outcome : List.of(Outcome.REGRESSED, Outcome.IMPROVED, Outcome.CHANGED, Outcome.INCONCLUSIVE)) {
            List<VerdictRow> rows = new ArrayList<>();
            String base = "";
            for (EnvironmentReport environment : report.environments()) {
                base = base.isEmpty() ? environment.baseline().commit() : base;
                environment.with(outcome).stream()
                        .sorted(ChangeRows.WORST_FIRST)
                        .map(ReportedSeries::row)
                        .filter(VerdictRow::hasBaseline)
                        .forEach(rows::add);
            }
            List<String> commands = new ReproduceCommand(rows, base, report.head(), extent.rows()).lines();
            if (!commands.isEmpty()) {
                text.open("Measure it yourself");
                text.code("sh", commands);
                text.close();
                return;
            }
        }
    }

    private Harness harness() {
        return VerdictRow.harness(report.environments().stream()
                .flatMap(environment -> environment.series().stream())
                .map(ReportedSeries::row)
                .toList());
    }

    private void check() {
        CheckDecision decision = report.decision();
        text.paragraph(
                "**Check: " + report.checkWords() + ".** " + Markdown.escaped(String.join(" ", decision.reasons())));
        text.paragraph("<sub>" + Markdown.link("Everything that was measured", report.url())
                + " · a row is one metric of one benchmark; ranges are 95 % intervals; p is corrected for the number"
                + " of comparisons; " + harness().forks(2) + " are base / head</sub>");
    }
}
