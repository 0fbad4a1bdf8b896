package dev.plumbline.analysis.report.change;

import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Markdown;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a comment says about one environment: what was compared, what changed, and, folded away, what is not known and why. */
final class EnvironmentSection {

    private static final Glyphs GLYPHS = Glyphs.UNICODE;
    private static final int FOREST = 720;

    /** How many series the description of a picture names. */
    private static final int NAMED = 5;

    private final ChangeReport report;
    private final EnvironmentReport environment;
    private final CommentExtent extent;
    private final CommentText text;
    private final ChangeRows rows;

    EnvironmentSection(ChangeReport report, EnvironmentReport environment, CommentExtent extent, CommentText text) {
        this.report = report;
        this.environment = environment;
        this.extent = extent;
        this.text = text;
        this.rows = new ChangeRows(environment);
    }

    void write() {
        switch (environment.state()) {
            case WAITING -> text.paragraph(measured() + " waits to be judged.");
            case FAILED -> text.paragraph(measured() + " is stored, and judging it failed. The server's log says why.");
            case JUDGED -> judged();
        }
    }

    private String measured() {
        RunLink run = environment.runs().get(0);
        return Markdown.link("Run " + run.run(), run.url()) + " of " + BaselineWords.commit(report.head()) + " in "
                + Markdown.code(environment.environment());
    }

    private void judged() {
        text.paragraph(new BaselineWords(report, environment).sentence());
        String suite = environment.suite().sentence(GLYPHS);
        if (!suite.isEmpty()) {
            text.paragraph(Markdown.escaped(suite));
        }
        changed();
        new FoldedLists(environment, rows, extent.folded(), text).write();
    }

    private void changed() {
        List<ReportedSeries> changed = environment.series().stream()
                .filter(ReportedSeries::changed)
                .sorted(ChangeRows.WORST_FIRST)
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        if (extent.pictures()) {
            environment
                    .forest()
                    .ifPresent(picture -> text.paragraph(PictureMarkup.of(picture, shown(changed), FOREST)));
        }
        List<ReportedSeries> listed = changed.subList(0, Math.min(extent.rows(), changed.size()));
        List<ReportedSeries> times = new ArrayList<>();
        List<ReportedSeries> counts = new ArrayList<>();
        listed.forEach(series -> (Unit.of(series.row().unit()).isTimed() ? times : counts).add(series));
        if (!times.isEmpty()) {
            text.block(rows.table(times, extent.pictures()));
        }
        if (!counts.isEmpty()) {
            text.paragraph("**Counted, not timed**: these hardly scatter, so that small changes are real.");
            text.block(rows.table(counts, extent.pictures()));
        }
        if (listed.size() < changed.size()) {
            text.paragraph(leftOut(changed.subList(listed.size(), changed.size())));
        }
        if (!rows.common().isEmpty()) {
            text.paragraph("<sub>" + rows.common() + "</sub>");
        }
    }

    /** The picture in words. */
    private String shown(List<ReportedSeries> changed) {
        String named = changed.stream().limit(NAMED).map(rows::words).collect(Collectors.joining("; "));
        return "Changes with their intervals: " + named
                + (changed.size() > NAMED ? "; and " + (changed.size() - NAMED) + " more" : "");
    }

    private String leftOut(List<ReportedSeries> rest) {
        List<String> parts = new ArrayList<>();
        add(parts, rest, Outcome.REGRESSED, " that got worse");
        add(parts, rest, Outcome.IMPROVED, " that got better");
        add(parts, rest, Outcome.CHANGED, " that changed");
        return "Left out here, since a comment has an end: " + String.join(" and ", parts) + ". "
                + Markdown.link("All of them", report.url()) + ".";
    }

    private static void add(List<String> parts, List<ReportedSeries> rest, Outcome outcome, String what) {
        long count = rest.stream().filter(series -> series.outcome() == outcome).count();
        if (count > 0) {
            parts.add(count + what);
        }
    }
}
