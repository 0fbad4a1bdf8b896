package dev.plumbline.analysis.format.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.threshold.BlockPolicy;
import dev.plumbline.analysis.threshold.BlockRule;
import dev.plumbline.analysis.threshold.CommentMode;
import dev.plumbline.analysis.threshold.MissingMode;
import dev.plumbline.analysis.threshold.PullRequestPolicy;
import dev.plumbline.analysis.threshold.SuspicionMode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyJsonTest {

    @Test
    void whatIsLeftOutIsAsByDefault() throws IOException {
        assertThat(read("{}")).isEqualTo(PullRequestPolicy.DEFAULT);
        assertThat(read("{\"blocks\": [{\"metric\": \"gc.*\"}]}").blocks().rules())
                .containsExactly(new BlockRule("*", "gc.*", "*", 0));
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        PullRequestPolicy policy = new PullRequestPolicy(
                CommentMode.CHANGES,
                false,
                new BlockPolicy(List.of(new BlockRule("com.acme.*", "score", "ci-*", 0.05))),
                MissingMode.FAIL,
                SuspicionMode.OPEN);

        assertThat(read(PolicyJson.write(policy))).isEqualTo(policy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"comments": "always"}               | 'comments' is unknown here
        {"comment": "loud"}                  | expected always, changes or never
        {"missing": "loud"}                  | expected neutral, fail or ignore
        {"suspicions": "loud"}               | expected wait or open
        {"check": "yes"}                     | check is a text, expected true or false
        {"blocks": [{"metrics": "*"}]}       | rule 1: 'metrics' isn't a field of a rule
        {"blocks": [{"minimumEffect": -1}]}  | rule 1: minimumEffect is -1.0
        {"check": true, "check": false}      | check appears twice
        {} {}                                | something follows
        """)
    void refusesWhatItDoesNotUnderstand(String document, String message) {
        assertThatThrownBy(() -> read(document))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining(message);
    }

    private static PullRequestPolicy read(String json) throws IOException {
        return PolicyJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
