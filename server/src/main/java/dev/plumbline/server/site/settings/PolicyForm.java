package dev.plumbline.server.site.settings;

import dev.plumbline.analysis.format.threshold.PolicyJson;
import dev.plumbline.analysis.threshold.BlockPolicy;
import dev.plumbline.analysis.threshold.BlockRule;
import dev.plumbline.analysis.threshold.CommentMode;
import dev.plumbline.analysis.threshold.MissingMode;
import dev.plumbline.analysis.threshold.PullRequestPolicy;
import dev.plumbline.analysis.threshold.SuspicionMode;
import dev.plumbline.server.site.frame.Choice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The form of a project's policy.
 *
 * @param comments when there is a comment, to choose from
 * @param check whether there is a check
 * @param missing what missing and failed benchmarks mean for it, to choose from
 * @param suspicions whether regressions that are only suspected count as open
 * @param rules which regressions block a merge, and some empty lines for more
 * @param before the policy that the form was made of
 */
public record PolicyForm(
        List<Choice> comments,
        boolean check,
        List<Choice> missing,
        boolean suspicions,
        List<Rule> rules,
        String before) {

    private static final int EMPTY_LINES = 3;
    private static final BigDecimal PERCENT = new BigDecimal(100);

    public PolicyForm {
        comments = List.copyOf(comments);
        missing = List.copyOf(missing);
        rules = List.copyOf(rules);
    }

    /**
     * A line of the form.
     *
     * @param benchmark a pattern; empty, like all others, in an empty line
     * @param metric a pattern
     * @param environment a pattern
     * @param percent how large the change has to be, in percent
     */
    public record Rule(String benchmark, String metric, String environment, String percent) {

        static final Rule EMPTY = new Rule("", "", "", "");

        static Rule of(BlockRule rule) {
            return new Rule(
                    rule.benchmark(),
                    rule.metric(),
                    rule.environment(),
                    BigDecimal.valueOf(rule.minimumEffect())
                            .multiply(PERCENT)
                            .stripTrailingZeros()
                            .toPlainString());
        }

        boolean isEmpty() {
            return equals(EMPTY);
        }
    }

    /** The form of a policy. */
    static PolicyForm of(PullRequestPolicy policy) {
        List<Rule> rules = policy.blocks().rules().stream().map(Rule::of).toList();
        return new PolicyForm(
                comments(policy.comment().label()),
                policy.check(),
                missing(policy.missing().label()),
                policy.suspicions() == SuspicionMode.OPEN,
                withEmptyLines(rules),
                PolicyJson.write(policy));
    }

    /** The choices of when there is a comment. */
    static List<Choice> comments(String chosen) {
        return Arrays.stream(CommentMode.values())
                .map(mode -> new Choice(
                        mode.label(),
                        switch (mode) {
                            case ALWAYS -> "Whenever a run was judged";
                            case CHANGES -> "Once something got worse or better";
                            case NEVER -> "Never";
                        },
                        mode.label().equals(chosen)))
                .toList();
    }

    /** The choices of what missing benchmarks mean. */
    static List<Choice> missing(String chosen) {
        return Arrays.stream(MissingMode.values())
                .map(mode -> new Choice(
                        mode.label(),
                        switch (mode) {
                            case NEUTRAL -> "The check is no success";
                            case FAIL -> "The check fails";
                            case IGNORE -> "Nothing";
                        },
                        mode.label().equals(chosen)))
                .toList();
    }

    /** The lines, and some empty ones as far as there may be more rules. */
    static List<Rule> withEmptyLines(List<Rule> rules) {
        List<Rule> lines = new ArrayList<>(rules);
        for (int i = 0; i < EMPTY_LINES && lines.size() < BlockPolicy.MOST_RULES; i++) {
            lines.add(Rule.EMPTY);
        }
        return lines;
    }

    /** The choice in words. */
    static String words(List<Choice> choices) {
        return choices.stream()
                .filter(Choice::selected)
                .map(Choice::label)
                .findFirst()
                .orElse("");
    }
}
