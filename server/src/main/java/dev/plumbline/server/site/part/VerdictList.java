package dev.plumbline.server.site.part;

import dev.plumbline.analysis.model.Harness;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.report.StoredVerdict;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.frame.Pager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The verdicts of one run as a page lists them: what changed, worst first, and the rest folded and counted; or all of one kind, in pages.
 *
 * @param counts how many series there are of each kind: {@code 1,376 series: 12 regressed, 1,364 unchanged}
 * @param forest the scale of the intervals, which follows what is listed
 * @param rows what is listed
 * @param more what changed and isn't listed, each kind with its address
 * @param folds the rest, each kind folded
 * @param pager the navigation through the rows of one kind
 * @param none what to say if there are no rows
 */
public record VerdictList(
        String counts,
        Forest forest,
        List<ShownVerdict> rows,
        List<More> more,
        List<Fold> folds,
        Pager pager,
        String none) {

    /** The most rows of what changed; more are one address away. */
    public static final int MOST_CHANGED = 12;

    /** The rows on a page of one kind. */
    public static final int PAGE = 30;

    private static final int MOST_FOLDED = 12;

    /** What changed most comes first; a change that has no ratio before all others. */
    private static final Comparator<StoredVerdict> WORST_FIRST = Comparator.<StoredVerdict, VerdictKind>comparing(
                    VerdictKind::of)
            .thenComparingDouble(verdict -> -size(verdict.verdict().effect().ratio()));

    private static double size(double ratio) {
        return ratio > 0 && Double.isFinite(ratio) ? Math.abs(Math.log(ratio)) : Double.POSITIVE_INFINITY;
    }

    public VerdictList {
        rows = List.copyOf(rows);
        more = List.copyOf(more);
        folds = List.copyOf(folds);
    }

    /** What the forks of these rows are called in their harness' word; "forks" where several measured. */
    public String forks() {
        Set<Harness> harnesses =
                rows.stream().map(row -> row.stored().series().harness()).collect(Collectors.toSet());
        return (harnesses.size() == 1 ? harnesses.iterator().next() : Harness.JMH).forks(2);
    }

    /** So many more of a kind, at an address. */
    public record More(String text, String url) {}

    /**
     * Series that are folded.
     *
     * @param text how many of which kind
     * @param some the first of them
     * @param url the address with all of them; empty if these are all
     * @param all what that address is called
     */
    public record Fold(String text, List<ShownVerdict> some, String url, String all) {

        public Fold {
            some = List.copyOf(some);
        }
    }

    /** Where a table is. */
    public record Place(String page, String environment, Links links, String branch, long run) {

        ShownVerdict row(StoredVerdict verdict, Forest forest) {
            long series = verdict.series().seriesId();
            return ShownVerdict.of(
                    verdict, run > 0 ? links.seriesOfRun(series, run) : links.series(series, branch), forest);
        }
    }

    /** The table of these verdicts. */
    public static VerdictList of(Collection<StoredVerdict> all, VerdictFilter filter, Place place) {
        Map<VerdictKind, List<StoredVerdict>> byKind = worstFirst(filter.of(all)).stream()
                .collect(Collectors.groupingBy(
                        VerdictKind::of, () -> new EnumMap<>(VerdictKind.class), Collectors.toList()));
        return filter.kind().isPresent()
                ? paged(byKind, filter.kind().get(), filter, place)
                : folded(byKind, filter, place);
    }

    /** By kind, and what changed most first. */
    public static List<StoredVerdict> worstFirst(Collection<StoredVerdict> verdicts) {
        return verdicts.stream().sorted(WORST_FIRST).toList();
    }

    private static VerdictList paged(
            Map<VerdictKind, List<StoredVerdict>> byKind, VerdictKind kind, VerdictFilter filter, Place place) {
        List<StoredVerdict> matching = byKind.getOrDefault(kind, List.of());
        int from = (int) Math.min(matching.size(), (filter.page() - 1L) * PAGE);
        List<StoredVerdict> listed = matching.subList(from, Math.min(matching.size(), from + PAGE));
        Forest forest = ShownVerdict.forest(listed);
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("outcome", kind.label());
        parameters.put("metric", filter.metric());
        parameters.put("name", filter.name());
        parameters.put("environment", filter.environment());
        return new VerdictList(
                counts(byKind),
                forest,
                listed.stream().map(verdict -> place.row(verdict, forest)).toList(),
                List.of(),
                List.of(),
                Pager.of(place.page(), parameters, filter.page(), PAGE, matching.size()),
                "No such series is " + kind.words() + ".");
    }

    private static VerdictList folded(Map<VerdictKind, List<StoredVerdict>> byKind, VerdictFilter filter, Place place) {
        List<StoredVerdict> changed = byKind.entrySet().stream()
                .filter(entry -> entry.getKey().moved())
                .flatMap(entry -> entry.getValue().stream())
                .toList();
        List<StoredVerdict> listed = changed.subList(0, Math.min(MOST_CHANGED, changed.size()));
        Forest forest = ShownVerdict.forest(listed);
        return new VerdictList(
                counts(byKind),
                forest,
                listed.stream().map(verdict -> place.row(verdict, forest)).toList(),
                more(changed.stream().skip(MOST_CHANGED), filter, place),
                byKind.entrySet().stream()
                        .filter(entry -> !entry.getKey().moved())
                        .map(entry -> fold(entry.getKey(), entry.getValue(), filter, place))
                        .toList(),
                Pager.of(place.page(), Map.of(), 1, Math.max(1, listed.size()), listed.size()),
                byKind.isEmpty() ? "No series fits." : "No series changed.");
    }

    private static List<More> more(Stream<StoredVerdict> unlisted, VerdictFilter filter, Place place) {
        Map<VerdictKind, Long> kinds = unlisted.collect(
                Collectors.groupingBy(VerdictKind::of, () -> new EnumMap<>(VerdictKind.class), Collectors.counting()));
        List<More> more = new ArrayList<>();
        kinds.forEach((kind, count) -> more.add(new More(
                Figures.count(count) + " more " + kind.words(),
                filter.with(kind, place.environment()).address(place.page()))));
        return more;
    }

    private static Fold fold(VerdictKind kind, List<StoredVerdict> all, VerdictFilter filter, Place place) {
        Forest none = new Forest(1);
        return new Fold(
                Figures.count(all.size()) + " " + kind.words(),
                all.stream()
                        .limit(MOST_FOLDED)
                        .map(verdict -> place.row(verdict, none))
                        .toList(),
                filter.with(kind, place.environment()).address(place.page()),
                all.size() > MOST_FOLDED ? "All " + Figures.count(all.size()) + " as a table" : "As a table");
    }

    private static String counts(Map<VerdictKind, List<StoredVerdict>> byKind) {
        int all = byKind.values().stream().mapToInt(List::size).sum();
        String parts = byKind.entrySet().stream()
                .map(entry -> Figures.count(entry.getValue().size()) + " "
                        + entry.getKey().words())
                .collect(Collectors.joining(", "));
        return Figures.count(all) + " series" + (parts.isEmpty() ? "" : ": " + parts);
    }
}
