package dev.plumbline.server.site.pullrequest;

import dev.plumbline.server.site.frame.Page;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.Tone;
import dev.plumbline.server.site.part.Forest;
import dev.plumbline.server.site.part.VerdictRow;
import java.util.List;

/**
 * A pull request and what it did.
 *
 * @param frame what surrounds it
 * @param heading its number and title
 * @param byline state, author and branch
 * @param sentence what it did as a whole
 * @param tone its tone
 * @param waiting whether something is still waiting to be judged
 * @param warnings what the reader has to know before anything else
 * @param check what the check says in a word
 * @param checkTone its tone
 * @param reasons why
 * @param environments what it did in each
 * @param url the page's address
 * @param deliveriesUrl what was sent to the forge
 * @param markdownUrl the comment as it is written
 * @param jsonUrl all of it as data
 */
public record PullRequestPage(
        PageFrame frame,
        String heading,
        String byline,
        String sentence,
        Tone tone,
        boolean waiting,
        List<String> warnings,
        String check,
        Tone checkTone,
        List<String> reasons,
        List<Environment> environments,
        String url,
        String deliveriesUrl,
        String markdownUrl,
        String jsonUrl)
        implements Page {

    public PullRequestPage {
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
     * @param forest the scale of the intervals
     * @param verdicts what changed, then what can't be told; at most {@value #MOST_ROWS}
     * @param rest what is not listed, in words; may be empty
     * @param benchmarks the benchmarks that weren't compared, each in words
     * @param missing those that are missing and can be accepted as removed
     */
    public record Environment(
            String label,
            String name,
            String compared,
            String suite,
            List<Run> runs,
            Forest forest,
            List<VerdictRow> verdicts,
            String rest,
            List<String> benchmarks,
            List<Missing> missing) {

        /** The most rows of a table. */
        public static final int MOST_ROWS = 100;

        public Environment {
            runs = List.copyOf(runs);
            verdicts = List.copyOf(verdicts);
            benchmarks = List.copyOf(benchmarks);
            missing = List.copyOf(missing);
        }
    }

    /** A benchmark that is missing: what forms call it, and its name. */
    public record Missing(String key, String name) {}

    /** A run of the head: its number and page. */
    public record Run(long number, String url) {}

    @Override
    public String template() {
        return "pull-request.jte";
    }
}
