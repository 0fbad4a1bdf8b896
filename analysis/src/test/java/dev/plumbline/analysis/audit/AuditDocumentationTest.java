package dev.plumbline.analysis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/audit.md} explains every code, in the words that the tool uses, and none that is not. */
class AuditDocumentationTest {

    private static final Pattern HEADING = Pattern.compile("^### ([a-z0-9-]+)$", Pattern.MULTILINE);

    @Test
    void explainsEveryCodeAndNoOther() throws IOException {
        List<String> headings = HEADING.matcher(page())
                .results()
                .map(MatchResult::group)
                .map(heading -> heading.substring("### ".length()))
                .toList();

        assertThat(headings)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(AuditCode.values()).map(AuditCode::code).toList());
    }

    @ParameterizedTest
    @EnumSource(AuditCode.class)
    void saysOfEachHowBadItIsWhyAndWhatToDo(AuditCode code) throws IOException {
        String page = page();
        int start = page.indexOf("\n### " + code.code() + "\n") + 1;
        int end = page.indexOf("\n##", start + 1);
        String severity = code.severity().label();

        assertThat(page.substring(start, end < 0 ? page.length() : end))
                .contains("**" + severity.substring(0, 1).toUpperCase(Locale.ROOT) + severity.substring(1) + ".** "
                        + code.title() + ". ")
                .contains("*Why:* " + code.why() + "\n")
                .contains("*What to do:* " + code.remedy() + "\n");
        assertThat(AuditCode.ofCode(code.code())).contains(code);
    }

    @Test
    void explainsEverySeverity() throws IOException {
        for (Severity severity : Severity.values()) {
            assertThat(page()).contains("| `" + severity.label() + "` | ");
            assertThat(Severity.ofLabel(severity.label())).contains(severity);
        }
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "audit.md"));
    }
}
