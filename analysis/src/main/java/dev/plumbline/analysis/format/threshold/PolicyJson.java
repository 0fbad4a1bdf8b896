package dev.plumbline.analysis.format.threshold;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.threshold.BlockPolicy;
import dev.plumbline.analysis.threshold.BlockRule;
import dev.plumbline.analysis.threshold.CommentMode;
import dev.plumbline.analysis.threshold.MissingMode;
import dev.plumbline.analysis.threshold.PullRequestPolicy;
import dev.plumbline.analysis.threshold.SuspicionMode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A policy as {@code {"comment": "always", "check": true, "missing": "neutral", "suspicions": "wait", "blocks": [{"metric": "gc.alloc.rate.norm", "minimumEffect": 0.01}, …]}};
 * docs/pull-requests.md describes each field. What is left out has its default. Read strictly: an unknown field is rejected,
 * since a misspelt one would silently block nothing.
 */
public final class PolicyJson {

    private PolicyJson() {}

    /**
     * Reads a policy, plain or gzip.
     *
     * @throws DocumentException when it is invalid: what, where, and what helps
     */
    public static PullRequestPolicy read(InputStream in) throws IOException {
        return RuleDocument.read(in, PolicyJson::read);
    }

    private static PullRequestPolicy read(RuleCursor cursor) throws IOException {
        if (!cursor.next()) {
            throw cursor.refuse(ProblemCode.EMPTY_DOCUMENT, "there is nothing; the default policy is {}");
        }
        cursor.require(JsonToken.START_OBJECT, "the document", "an object");
        CommentMode comment = PullRequestPolicy.DEFAULT.comment();
        boolean check = PullRequestPolicy.DEFAULT.check();
        BlockPolicy blocks = PullRequestPolicy.DEFAULT.blocks();
        MissingMode missing = PullRequestPolicy.DEFAULT.missing();
        SuspicionMode suspicions = PullRequestPolicy.DEFAULT.suspicions();
        Set<String> seen = new HashSet<>();
        while (cursor.next() && !cursor.at(JsonToken.END_OBJECT)) {
            String name = cursor.fieldName();
            once(cursor, seen, name);
            switch (name) {
                case "comment" -> comment = mode(cursor);
                case "check" -> check = cursor.truth(name);
                case "blocks" -> blocks = blocks(cursor);
                case "missing" -> missing = missing(cursor);
                case "suspicions" -> suspicions = suspicions(cursor);
                default ->
                    throw cursor.invalid("'" + Place.printable(name)
                            + "' is unknown here, expected comment, check, blocks, missing or suspicions");
            }
        }
        if (cursor.next()) {
            throw cursor.refuse(ProblemCode.TRAILING_CONTENT, "something follows the object; remove it");
        }
        return new PullRequestPolicy(comment, check, blocks, missing, suspicions);
    }

    private static CommentMode mode(RuleCursor cursor) throws IOException {
        String text = cursor.text("comment");
        return CommentMode.of(text)
                .orElseThrow(() -> cursor.invalid(
                        "comment is '" + Place.printable(text) + "', expected always, changes or never"));
    }

    private static MissingMode missing(RuleCursor cursor) throws IOException {
        String text = cursor.text("missing");
        return MissingMode.of(text)
                .orElseThrow(() ->
                        cursor.invalid("missing is '" + Place.printable(text) + "', expected neutral, fail or ignore"));
    }

    private static SuspicionMode suspicions(RuleCursor cursor) throws IOException {
        String text = cursor.text("suspicions");
        return SuspicionMode.of(text)
                .orElseThrow(
                        () -> cursor.invalid("suspicions is '" + Place.printable(text) + "', expected wait or open"));
    }

    private static BlockPolicy blocks(RuleCursor cursor) throws IOException {
        cursor.require(JsonToken.START_ARRAY, "blocks", "an array of rules");
        List<BlockRule> rules = new ArrayList<>();
        while (cursor.next() && !cursor.at(JsonToken.END_ARRAY)) {
            cursor.enterRule(rules.size() + 1);
            cursor.require(JsonToken.START_OBJECT, "it", "an object");
            rules.add(rule(cursor));
            if (rules.size() > BlockPolicy.MOST_RULES) {
                throw cursor.invalid("there may be at most " + BlockPolicy.MOST_RULES + " rules; use wider patterns");
            }
        }
        cursor.enterRule(0);
        return new BlockPolicy(rules);
    }

    private static BlockRule rule(RuleCursor cursor) throws IOException {
        String benchmark = "*";
        String metric = "*";
        String environment = "*";
        double minimumEffect = 0;
        Set<String> seen = new HashSet<>();
        while (cursor.next() && !cursor.at(JsonToken.END_OBJECT)) {
            String name = cursor.fieldName();
            once(cursor, seen, name);
            switch (name) {
                case "benchmark" -> benchmark = cursor.text(name);
                case "metric" -> metric = cursor.text(name);
                case "environment" -> environment = cursor.text(name);
                case "minimumEffect" -> minimumEffect = cursor.number(name);
                default ->
                    throw cursor.invalid("'" + Place.printable(name)
                            + "' isn't a field of a rule, expected benchmark, metric, environment or minimumEffect");
            }
        }
        try {
            return new BlockRule(benchmark, metric, environment, minimumEffect);
        } catch (IllegalArgumentException outOfRange) {
            throw cursor.invalid(String.valueOf(outOfRange.getMessage()));
        }
    }

    private static void once(RuleCursor cursor, Set<String> seen, String name) {
        if (!seen.add(name)) {
            throw cursor.refuse(ProblemCode.DUPLICATE_FIELD, Place.printable(name) + " appears twice; keep one");
        }
    }

    /** The policy's JSON, as it is read. */
    public static String write(PullRequestPolicy policy) {
        return RuleDocument.text(generator -> {
            generator.writeStartObject();
            generator.writeStringField("comment", policy.comment().label());
            generator.writeBooleanField("check", policy.check());
            generator.writeStringField("missing", policy.missing().label());
            generator.writeStringField("suspicions", policy.suspicions().label());
            generator.writeArrayFieldStart("blocks");
            for (BlockRule rule : policy.blocks().rules()) {
                generator.writeStartObject();
                generator.writeStringField("benchmark", rule.benchmark());
                generator.writeStringField("metric", rule.metric());
                generator.writeStringField("environment", rule.environment());
                generator.writeNumberField("minimumEffect", rule.minimumEffect());
                generator.writeEndObject();
            }
            generator.writeEndArray();
            generator.writeEndObject();
        });
    }
}
