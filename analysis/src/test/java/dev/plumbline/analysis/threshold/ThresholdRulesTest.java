package dev.plumbline.analysis.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThresholdRulesTest {

    @Test
    void theFirstRuleThatMatchesDecides() {
        ThresholdRules rules = new ThresholdRules(List.of(
                rule("com.acme.codec.*", "score", "*", 0.10),
                rule("com.acme.*", "*", "ci", 0.05),
                rule("*", "gc.alloc.rate.norm", "*", 0.01)));

        assertThat(effect(rules, "com.acme.codec.Json.parse", "score", "ci")).isEqualTo(0.10);
        assertThat(effect(rules, "com.acme.codec.Json.parse", "gc.alloc.rate.norm", "ci"))
                .isEqualTo(0.05);
        assertThat(effect(rules, "com.acme.codec.Json.parse", "gc.alloc.rate.norm", "laptop"))
                .isEqualTo(0.01);
        assertThat(new ThresholdRules(List.of(rule("*", "gc.*", "ci-?", 0.3))).find("a", "gc.alloc.rate.norm", "ci-1"))
                .isPresent();
        assertThat(rules.find("org.other.Thing.run", "score", "ci")).isEmpty();
    }

    @Test
    void noRulesMatchNothing() {
        assertThat(ThresholdRules.NONE.find("a", "score", "ci")).isEmpty();
    }

    @Test
    void refusesARuleThatIsNeverAsked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThresholdRules(List.of(
                        rule("a.*", "score", "*", 0.1), rule("*", "*", "*", 0.2), rule("b.*", "score", "ci", 0.3))))
                .withMessage("rule 3 never applies: rule 2 comes before it and matches all of its series;"
                        + " move it up or remove it");
    }

    @Test
    void refusesTooManyRules() {
        List<ThresholdRule> rules = IntStream.rangeClosed(0, ThresholdRules.MOST_RULES)
                .mapToObj(i -> rule("b" + i, "score", "*", 0.1))
                .toList();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThresholdRules(rules))
                .withMessageContaining("201 rules, expected at most 200");
    }

    @Test
    void aPatternIsAsTheRegularExpressionOfItsStars() {
        SplittableRandom random = new SplittableRandom(20_260_101);
        int matching = 0;
        for (int round = 0; round < 20_000; round++) {
            String pattern = text(random, "ab.*?", 6);
            String name = text(random, "ab.", 8);
            String expression = Arrays.stream(pattern.split(""))
                    .map(one -> one.equals("*") ? ".*" : one.equals("?") ? "." : Pattern.quote(one))
                    .collect(Collectors.joining());
            boolean expected = Pattern.matches(expression, name);
            matching += expected ? 1 : 0;
            assertThat(new NamePattern(pattern).matches(name))
                    .as("%s on %s", pattern, name)
                    .isEqualTo(expected);
        }
        assertThat(matching).isBetween(1_000, 19_000);
    }

    @Test
    void aHostilePatternTakesNoLongerThanTheProductOfTheLengths() {
        String pattern = "a*".repeat(249) + "b";

        assertThat(new NamePattern(pattern).matches("a".repeat(100_000))).isFalse();
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DefaultTest(5, Double.NaN))
                .withMessage("minimumEffect is 5.0, expected 0 to 1: 0.05 is 5 percent");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DefaultTest(Double.NaN, 95))
                .withMessage("confidence is 95.0, expected at least 0.5 and less than 1: 0.99 is 99 percent");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule(" ", "score", "*", 0.1))
                .withMessageStartingWith("benchmark is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule("a".repeat(501), "score", "*", 0.1))
                .withMessageContaining("501 characters, expected at most 500");
    }

    private static double effect(ThresholdRules rules, String benchmark, String metric, String environment) {
        return ((DefaultTest)
                        rules.find(benchmark, metric, environment).orElseThrow().threshold())
                .minimumEffect();
    }

    private static ThresholdRule rule(String benchmark, String metric, String environment, double effect) {
        return new ThresholdRule(benchmark, metric, environment, new DefaultTest(effect, Double.NaN));
    }

    private static String text(SplittableRandom random, String alphabet, int longest) {
        int length = 1 + random.nextInt(longest);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
