package dev.plumbline.server.site.renames;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.rename.RenameOffer;
import dev.plumbline.analysis.rename.RenamePair;
import dev.plumbline.analysis.rename.RenamePattern;
import dev.plumbline.analysis.text.BenchmarkLabels;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.baseline.BaselineMark;
import dev.plumbline.server.baseline.BaselineMarks;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.rename.AcceptedRename;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.frame.Moment;
import dev.plumbline.server.site.frame.Page;
import dev.plumbline.server.site.frame.PageFrame;
import java.util.List;

/**
 * What goes on under another name, and what begins anew.
 *
 * @param frame what surrounds it
 * @param url the page's address
 * @param baselinesUrl where a new baseline is sent to
 * @param mayChange whether the reader may accept, undo and mark
 * @param offers what the base branch makes likely, by pattern
 * @param accepted the renames that hold, latest first
 * @param marks the new baselines, latest first
 * @param longestPattern characters that a name or pattern of a rename may have
 * @param longestMark characters that the pattern of a baseline may have
 * @param longestNote characters that a note may have
 */
public record RenamesPage(
        PageFrame frame,
        String url,
        String baselinesUrl,
        boolean mayChange,
        List<Offer> offers,
        List<Accepted> accepted,
        List<Mark> marks,
        int longestPattern,
        int longestMark,
        int longestNote)
        implements Page {

    private static final int MOST_PAIRS = 200;

    public RenamesPage {
        offers = List.copyOf(offers);
        accepted = List.copyOf(accepted);
        marks = List.copyOf(marks);
    }

    /**
     * A rename with its benchmarks.
     *
     * @param from the old name or pattern, as people read it
     * @param to the new one
     * @param count {@code 12 benchmarks}
     * @param pairs the benchmarks: {@code acme.old.A.m → acme.young.A.m}, the first 200
     * @param further how many more there are
     */
    public record Names(String from, String to, String count, List<String> pairs, int further) {

        static Names of(RenamePattern pattern, List<RenamePair> pairs) {
            return new Names(
                    Printable.line(pattern.from()),
                    Printable.line(pattern.to()),
                    Figures.count(pairs.size(), "benchmark"),
                    pairs.stream()
                            .limit(MOST_PAIRS)
                            .map(pair -> label(pair.from()) + " → " + label(pair.to()))
                            .toList(),
                    Math.max(0, pairs.size() - MOST_PAIRS));
        }

        /** With its package, which is what most renames change. */
        private static String label(BenchmarkId benchmark) {
            String method = new BenchmarkLabels(List.of(benchmark)).label(benchmark);
            String name = Printable.line(benchmark.name());
            int parameters = method.indexOf(" (");
            return parameters < 0 ? name : name + method.substring(parameters);
        }
    }

    /**
     * An offer.
     *
     * @param names what is offered
     * @param from the old pattern as the form sends it
     * @param to the new one
     */
    public record Offer(Names names, String from, String to) {

        static Offer of(RenameOffer offer) {
            return new Offer(
                    Names.of(offer.pattern(), offer.pairs()),
                    offer.pattern().from(),
                    offer.pattern().to());
        }
    }

    /**
     * A rename that holds.
     *
     * @param id its key
     * @param names what was renamed
     * @param at when it was accepted
     * @param by by whom
     */
    public record Accepted(long id, Names names, Moment at, String by) {

        static Accepted of(AcceptedRename rename) {
            return new Accepted(
                    rename.id(),
                    Names.of(rename.pattern(), rename.pairs()),
                    Moment.of(rename.acceptedAt()),
                    Printable.line(rename.acceptedBy()));
        }
    }

    /**
     * A new baseline.
     *
     * @param id its key
     * @param hash the abbreviated commit
     * @param pattern the benchmarks
     * @param note why
     * @param at when it was marked
     * @param by by whom
     */
    public record Mark(long id, String hash, String pattern, String note, Moment at, String by) {

        static Mark of(BaselineMark mark) {
            return new Mark(
                    mark.id(),
                    CommitView.abbreviated(mark.sha()),
                    Printable.line(mark.pattern()),
                    Printable.line(mark.note()),
                    Moment.of(mark.createdAt()),
                    Printable.line(mark.createdBy()));
        }
    }

    static RenamesPage of(
            PageFrame frame,
            Project project,
            boolean mayChange,
            List<RenameOffer> offers,
            List<AcceptedRename> accepted,
            List<BaselineMark> marks) {
        Links links = new Links(project.slug());
        return new RenamesPage(
                frame,
                links.renames(),
                links.project() + "/baselines",
                mayChange,
                offers.stream().map(Offer::of).toList(),
                accepted.stream().map(Accepted::of).toList(),
                marks.stream().map(Mark::of).toList(),
                RenamePattern.LONGEST,
                BaselineMarks.LONGEST_PATTERN,
                BaselineMarks.LONGEST_NOTE);
    }

    @Override
    public String template() {
        return "renames.jte";
    }
}
