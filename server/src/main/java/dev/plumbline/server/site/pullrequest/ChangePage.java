package dev.plumbline.server.site.pullrequest;

import dev.plumbline.server.site.frame.Page;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.Tone;
import dev.plumbline.server.site.part.Fact;
import dev.plumbline.server.site.part.VerdictFilterForm;
import dev.plumbline.server.site.part.VerdictList;
import java.util.List;

/**
 * What a pull request, or a branch without one, did.
 *
 * @param frame what surrounds it
 * @param kind {@code Pull request} or {@code Branch}
 * @param heading number and title, or the branch's name
 * @param byline state, author, branches, commit and age: each with its address, if it has one
 * @param sentence what it did as a whole
 * @param tone its tone
 * @param waiting whether something is still waiting to be judged
 * @param warnings what the reader has to know before anything else
 * @param check what the check says in a word, and that nothing blocks where something got worse nevertheless
 * @param checkTone its tone
 * @param reasons why
 * @param filter the form that narrows the verdicts
 * @param environments what it did in each
 * @param url the page's address
 * @param mayChange whether the reader may accept renames and removals
 * @param deliveriesUrl what was sent to the forge; empty for a branch
 * @param markdownUrl the comment as it is written
 * @param jsonUrl all of it as data
 */
public record ChangePage(
        PageFrame frame,
        String kind,
        String heading,
        List<Fact> byline,
        String sentence,
        Tone tone,
        boolean waiting,
        List<String> warnings,
        String check,
        Tone checkTone,
        List<String> reasons,
        VerdictFilterForm filter,
        List<Environment> environments,
        String url,
        boolean mayChange,
        String deliveriesUrl,
        String markdownUrl,
        String jsonUrl)
        implements Page {

    public ChangePage {
        byline = List.copyOf(byline);
        warnings = List.copyOf(warnings);
        reasons = List.copyOf(reasons);
        environments = List.copyOf(environments);
    }

    /**
     * What it did in one environment.
     *
     * @param label the environment's label
     * @param name the same as it is shown
     * @param compared what was compared, in a sentence
     * @param suite what the suite did as a whole, may be empty
     * @param runs the head's runs
     * @param table the verdicts
     * @param benchmarks the benchmarks that weren't compared, each in words
     * @param renames the renames that are certain, which can be accepted
     * @param missing those that are missing and can be accepted as removed
     */
    public record Environment(
            String label,
            String name,
            String compared,
            String suite,
            List<Run> runs,
            VerdictList table,
            List<String> benchmarks,
            List<Rename> renames,
            List<Missing> missing) {

        public Environment {
            runs = List.copyOf(runs);
            benchmarks = List.copyOf(benchmarks);
            renames = List.copyOf(renames);
            missing = List.copyOf(missing);
        }
    }

    /** A benchmark that is missing: what forms call it, and its name. */
    public record Missing(String key, String name) {}

    /**
     * A rename that is offered.
     *
     * @param from the old name or pattern as the form sends it
     * @param to the new one
     * @param text both, and how many benchmarks it joins
     */
    public record Rename(String from, String to, String text) {}

    /** A run of the head: its number and page. */
    public record Run(long number, String url) {}

    /** Whether anything was judged, so that there is something to narrow. */
    public boolean judged() {
        return environments.stream()
                .anyMatch(each ->
                        !each.table().rows().isEmpty() || !each.table().folds().isEmpty() || filter.any());
    }

    @Override
    public String template() {
        return "change.jte";
    }
}
