package dev.plumbline.analysis.format.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.threshold.ClassicModel;
import dev.plumbline.analysis.threshold.ClassicTest;
import dev.plumbline.analysis.threshold.DefaultTest;
import dev.plumbline.analysis.threshold.ThresholdRule;
import dev.plumbline.analysis.threshold.ThresholdRules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdJsonTest {

    private static final String EXAMPLE = """
            {
              "rules": [
                {"benchmark": "com.acme.codec.*", "metric": "score", "minimumEffect": 0.05, "confidence": 0.99},
                {"metric": "gc.alloc.rate.norm", "environment": "ci", "test": "percentage", "upperBoundary": 0.1},
                {"benchmark": "com.acme.old.*", "test": "t-test", "lowerBoundary": 0.99, "upperBoundary": 0.98,
                 "minSampleSize": 10, "maxSampleSize": 64, "window": 2592000},
                {"benchmark": "com.acme.new.*", "test": "default"}
              ]
            }
            """;

    @Test
    void readsRulesInTheirOrderWithWhatIsLeftOut() {
        assertThat(read(EXAMPLE).rules())
                .containsExactly(
                        new ThresholdRule("com.acme.codec.*", "score", "*", new DefaultTest(0.05, 0.99)),
                        new ThresholdRule(
                                "*",
                                "gc.alloc.rate.norm",
                                "ci",
                                ClassicModel.of(ClassicTest.PERCENTAGE, Double.NaN, 0.1)),
                        new ThresholdRule(
                                "com.acme.old.*",
                                "*",
                                "*",
                                new ClassicModel(ClassicTest.T_TEST, 0.99, 0.98, 10, 64, 2_592_000)),
                        new ThresholdRule("com.acme.new.*", "*", "*", DefaultTest.STANDARD));
    }

    @Test
    void readsWhatItWrites() {
        ThresholdRules rules = read(EXAMPLE);

        assertThat(read(ThresholdJson.write(rules))).isEqualTo(rules);
        assertThat(rules.rules())
                .allSatisfy(rule -> assertThat(ThresholdJson.readRule(ThresholdJson.write(rule)))
                        .isEqualTo(rule));
        assertThat(ThresholdJson.write(rules.rules().get(1)))
                .isEqualTo("{\"benchmark\":\"*\",\"metric\":\"gc.alloc.rate.norm\",\"environment\":\"ci\","
                        + "\"test\":\"percentage\",\"upperBoundary\":0.1}");
    }

    @Test
    void aRuleMaySayOnlyWhichWayAMetricGetsBetter() {
        ThresholdRule rule = read("""
                {"rules": [{"metric": "hits", "direction": "higher"}]}""").rules().get(0);

        assertThat(rule.directed(new Metric("hits", Unit.of("#"))).unit().direction())
                .isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(ThresholdJson.readRule(ThresholdJson.write(rule))).isEqualTo(rule);
        assertThat(refusal("""
                {"rules": [{"metric": "hits", "direction": "up"}]}""")).hasMessageContaining("direction is 'up', expected lower or higher");
    }

    @Test
    void namesTheRuleAndThePlace() {
        DocumentException refusal = refusal("""
                {"rules": [
                  {"minimumEffect": 0.05, "benchmark": "a"},
                  {"benchmark": "b", "minimalEffect": 0.05}
                ]}""");

        assertThat(refusal)
                .hasMessage("rule 2: 'minimalEffect' isn't a field of a rule, expected one of benchmark, metric,"
                        + " environment, direction, test, minimumEffect, confidence, lowerBoundary, upperBoundary,"
                        + " minSampleSize, maxSampleSize, window (line 3, column 39)");
        assertThat(refusal.line()).isEqualTo(3);
        assertThat(refusal.code()).isEqualTo("invalid-field");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                    | empty-document      | the document is empty
            []                                                    | invalid-field       | the document is an array, expected an object
            {}                                                    | missing-field       | rules is missing
            {"rules": {}}                                         | invalid-field       | rules is an object, expected an array
            {"rule": []}                                          | invalid-field       | 'rule' is unknown here
            {"rules": [], "rules": []}                            | duplicate-field     | rules appears twice
            {"rules": []} 1                                       | trailing-content    | something follows
            {"rules": [                                           | truncated-document  | end in the middle
            {"rules": [nonsense]}                                 | not-json            | this isn't JSON
            {"rules": [7]}                                        | invalid-field       | rule 1: it is a number, expected an object
            {"rules": [{}]}                                       | missing-field       | rule 1: it changes nothing
            {"rules": [{"benchmark": "a"}]}                       | missing-field       | rule 1: it changes nothing
            {"rules": [{"minimumEffect": 5}]}                     | invalid-field       | minimumEffect is 5.0, expected 0 to 1: 0.05 is 5 percent
            {"rules": [{"minimumEffect": null}]}                  | invalid-field       | minimumEffect is null, expected a number
            {"rules": [{"minimumEffect": 1e999}]}                 | invalid-field       | minimumEffect is too large
            {"rules": [{"confidence": 1}]}                        | invalid-field       | confidence is 1.0
            {"rules": [{"confidence": .9}]}                       | not-json            | this isn't JSON
            {"rules": [{"confidence": 0.9, "confidence": 0.8}]}   | duplicate-field     | rule 1: confidence appears twice
            {"rules": [{"benchmark": "", "confidence": 0.9}]}     | invalid-field       | benchmark is empty, expected a pattern
            {"rules": [{"metric": "a\\u0000", "confidence": 0.9}]} | invalid-field      | metric contains a control character
            {"rules": [{"metric": "a\\ud800", "confidence": 0.9}]} | invalid-field      | half of a pair
            {"rules": [{"test": "student"}]}                      | invalid-field       | test is 'student', expected default, static, percentage
            {"rules": [{"test": "iqr"}]}                          | invalid-field       | iqr has no boundary
            {"rules": [{"upperBoundary": 0.1}]}                   | invalid-field       | name the test that it is for
            {"rules": [{"test": "iqr", "upperBoundary": 3, "confidence": 0.9}]}      | invalid-field | confidence means nothing to the test 'iqr'
            {"rules": [{"test": "static", "upperBoundary": 3, "minSampleSize": 9}]}  | invalid-field | minSampleSize means nothing to the test 'static'
            {"rules": [{"test": "iqr", "upperBoundary": 3, "minSampleSize": 1}]}     | invalid-field | minSampleSize is 1, expected a whole number from 2
            {"rules": [{"test": "iqr", "upperBoundary": 3, "window": 1.5}]}          | invalid-field | window is 1.5, expected a whole number
            {"rules": [{"test": "iqr", "upperBoundary": 3, "minSampleSize": 9, "maxSampleSize": 8}]} | invalid-field | maxSampleSize is 8
            {"rules": [{"confidence": 0.9}, {"benchmark": "a", "confidence": 0.8}]}  | invalid-field | rule 2 never applies
            """)
    void refusesWhatDoesNotHoldWithItsRemedy(String document, String code, String sentence) {
        DocumentException refusal = refusal(document);

        assertThat(refusal).hasMessageContaining(sentence);
        assertThat(refusal.code()).isEqualTo(code);
    }

    @Test
    void refusesMoreRulesThanThereMayBe() {
        String rules = String.join(
                ",",
                IntStream.range(0, 300)
                        .mapToObj(i -> "{\"benchmark\":\"b" + i + "\",\"confidence\":0.9}")
                        .toList());

        assertThat(refusal("{\"rules\":[" + rules + "]}")).hasMessageContaining("at most 200 rules");
    }

    @Test
    void nothingButARefusalComesOfAMutilatedDocument() {
        SplittableRandom random = new SplittableRandom(20_260_101);
        byte[] whole = EXAMPLE.getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int round = 0; round < 5_000; round++) {
            byte[] mutilated = whole.clone();
            for (int change = 0; change < 3; change++) {
                mutilated[random.nextInt(mutilated.length)] = (byte) random.nextInt(256);
            }
            try {
                ThresholdJson.read(new ByteArrayInputStream(mutilated));
            } catch (DocumentException expected) {
                refused++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(refused).isGreaterThan(2_500);
    }

    private static ThresholdRules read(String document) {
        try {
            return ThresholdJson.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DocumentException refusal(String document) {
        return catchThrowableOfType(DocumentException.class, () -> read(document));
    }
}
