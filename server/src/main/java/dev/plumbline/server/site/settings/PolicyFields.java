package dev.plumbline.server.site.settings;

import dev.plumbline.analysis.threshold.BlockPolicy;
import dev.plumbline.analysis.threshold.BlockRule;
import dev.plumbline.analysis.threshold.CommentMode;
import dev.plumbline.analysis.threshold.MissingMode;
import dev.plumbline.analysis.threshold.PullRequestPolicy;
import dev.plumbline.analysis.threshold.SuspicionMode;
import dev.plumbline.server.database.UnicodeText;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The fields of the policy's form, as they were sent. */
final class PolicyFields {

    private static final double PERCENT = 100;
    private static final String ANY = "*";

    private final MultiMap fields;

    PolicyFields(MultiMap fields) {
        this.fields = fields;
    }

    /** The form as it was filled in. */
    PolicyForm form() {
        return new PolicyForm(
                PolicyForm.comments(text("comment")),
                text("check").equals("true"),
                PolicyForm.missing(text("missing")),
                openSuspicions(),
                PolicyForm.withEmptyLines(rules()),
                text("before"));
    }

    /** The policy that the form was made of. */
    String before() {
        return text("before");
    }

    /**
     * The policy.
     *
     * @throws IllegalArgumentException with what is wrong, and in which rule
     */
    PullRequestPolicy policy() {
        List<BlockRule> rules = new ArrayList<>();
        for (PolicyForm.Rule rule : rules()) {
            rules.add(rule(rule, rules.size() + 1));
        }
        return new PullRequestPolicy(
                CommentMode.of(text("comment"))
                        .orElseThrow(() -> new IllegalArgumentException("choose when there is a comment")),
                text("check").equals("true"),
                new BlockPolicy(rules),
                MissingMode.of(text("missing"))
                        .orElseThrow(() -> new IllegalArgumentException("choose what missing benchmarks mean")),
                openSuspicions() ? SuspicionMode.OPEN : SuspicionMode.WAIT);
    }

    private boolean openSuspicions() {
        return text("suspicions").equals(SuspicionMode.OPEN.label());
    }

    private static BlockRule rule(PolicyForm.Rule line, int number) {
        try {
            return new BlockRule(
                    orAny(line.benchmark()), orAny(line.metric()), orAny(line.environment()), share(line.percent()));
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException("rule " + number + ": " + invalid.getMessage(), invalid);
        }
    }

    private static String orAny(String pattern) {
        return pattern.isEmpty() ? ANY : pattern;
    }

    private static double share(String percent) {
        if (percent.isEmpty()) {
            return 0;
        }
        try {
            double share = Double.parseDouble(percent.replace(',', '.')) / PERCENT;
            if (share >= 0 && share <= BlockRule.LARGEST_EFFECT) {
                return share;
            }
        } catch (NumberFormatException notANumber) {
            // Reported below, with the range.
        }
        throw new IllegalArgumentException("the least change is '" + percent + "', expected percent from 0 to "
                + Math.round(BlockRule.LARGEST_EFFECT * PERCENT));
    }

    /** The lines of the form in which anything was written; a line that was emptied is a rule that is removed. */
    private List<PolicyForm.Rule> rules() {
        List<String> benchmarks = fields.getAll("benchmark");
        List<PolicyForm.Rule> rules = new ArrayList<>();
        for (int i = 0; i < benchmarks.size(); i++) {
            PolicyForm.Rule rule = new PolicyForm.Rule(
                    line("benchmark", i), line("metric", i), line("environment", i), line("percent", i));
            if (!rule.isEmpty()) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private String line(String name, int index) {
        List<String> lines = fields.getAll(name);
        return index < lines.size() ? storable(name, lines.get(index)) : "";
    }

    private String text(String name) {
        return storable(name, Objects.requireNonNullElse(fields.get(name), ""));
    }

    private static String storable(String name, String text) {
        if (!UnicodeText.storable(text)) {
            throw new IllegalArgumentException("the field '" + name + "' takes Unicode text without NUL");
        }
        return text.strip();
    }
}
