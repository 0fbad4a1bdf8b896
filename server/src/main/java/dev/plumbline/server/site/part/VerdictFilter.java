package dev.plumbline.server.site.part;

import dev.plumbline.server.catalog.NameWords;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.report.StoredVerdict;
import dev.plumbline.server.site.frame.Choice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which verdicts a reader wants to see.
 *
 * @param kind only these; empty: what changed, with the rest folded
 * @param metric only this metric; empty text: all
 * @param name words that the series' name has
 * @param environment only this environment; empty text: all
 * @param page from 1
 */
public record VerdictFilter(Optional<VerdictKind> kind, String metric, String name, String environment, int page) {

    private static final int LAST_PAGE = 100_000;

    /**
     * The filter of an address.
     *
     * @throws dev.plumbline.server.http.ProblemException {@code invalid-parameter} for a kind that there isn't
     */
    public static VerdictFilter of(Parameters query) {
        return new VerdictFilter(
                query.constant("outcome", VerdictKind.class, VerdictKind::label),
                query.text("metric").orElse(""),
                query.text("name").orElse(""),
                query.text("environment").orElse(""),
                query.number("page", 1, 1, LAST_PAGE));
    }

    /** The verdicts of this metric and name, whatever their kind. */
    List<StoredVerdict> of(Collection<StoredVerdict> verdicts) {
        NameWords words = new NameWords(name);
        return verdicts.stream()
                .filter(verdict -> metric.isEmpty() || verdict.series().metric().equals(metric))
                .filter(verdict -> words.in(searched(verdict.series())))
                .toList();
    }

    private static List<String> searched(SeriesIdentity series) {
        List<String> parts = new ArrayList<>();
        parts.add(series.benchmark());
        series.params().forEach((param, value) -> parts.add(param + "=" + value));
        parts.addAll(series.distinction());
        parts.add(series.metric());
        return parts;
    }

    /** Whether anything narrows the list. */
    public boolean any() {
        return kind.isPresent() || !metric.isEmpty() || !name.isEmpty() || !environment.isEmpty();
    }

    /** The same with one kind in one environment, from the first page. */
    VerdictFilter with(VerdictKind wanted, String where) {
        return new VerdictFilter(Optional.of(wanted), metric, name, where, 1);
    }

    VerdictFilter onPage(int other) {
        return new VerdictFilter(kind, metric, name, environment, other);
    }

    /** The address of a page with this filter. */
    String address(String page) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("outcome", kind.map(VerdictKind::label).orElse(""));
        parameters.put("metric", metric);
        parameters.put("name", name);
        parameters.put("environment", environment);
        parameters.put("page", this.page == 1 ? "" : String.valueOf(this.page));
        return page + Links.query(parameters);
    }

    List<Choice> kinds() {
        return Stream.concat(
                        Stream.of(new Choice("", "What changed", kind.isEmpty())),
                        Stream.of(VerdictKind.values())
                                .map(each -> new Choice(
                                        each.label(), capital(each.words()), kind.equals(Optional.of(each)))))
                .toList();
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
