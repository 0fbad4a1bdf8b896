package dev.plumbline.server.site.part;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.report.StoredVerdict;
import dev.plumbline.server.site.frame.Choice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The form that narrows a page's verdicts.
 *
 * @param address the page
 * @param kinds what changed, or verdicts of one kind
 * @param metrics the metrics that there are; at most one: nothing to choose
 * @param environments the environments likewise
 * @param name the words that were typed
 * @param any whether anything is narrowed
 */
public record VerdictFilterForm(
        String address, List<Choice> kinds, List<Choice> metrics, List<Choice> environments, String name, boolean any) {

    public VerdictFilterForm {
        kinds = List.copyOf(kinds);
        metrics = List.copyOf(metrics);
        environments = List.copyOf(environments);
    }

    /**
     * The form of a page.
     *
     * @param verdicts all that the page has
     * @param environments the environments that it has
     */
    public static VerdictFilterForm of(
            String address, VerdictFilter filter, Collection<StoredVerdict> verdicts, List<String> environments) {
        List<String> metrics = verdicts.stream()
                .map(verdict -> verdict.series().metric())
                .distinct()
                .sorted(Comparator.comparing((String metric) -> !metric.equals(Metric.SCORE))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        return new VerdictFilterForm(
                address,
                filter.kinds(),
                choices("All metrics", metrics, filter.metric()),
                choices("All environments", environments, filter.environment()),
                filter.name(),
                filter.any());
    }

    private static List<Choice> choices(String all, List<String> values, String chosen) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", all, chosen.isEmpty()));
        values.forEach(value -> choices.add(new Choice(value, Printable.line(value), value.equals(chosen))));
        return choices.size() <= 2 && chosen.isEmpty() ? List.of() : choices;
    }
}
