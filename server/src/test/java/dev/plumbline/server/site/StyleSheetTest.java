package dev.plumbline.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StyleSheetTest {

    @Test
    void everyRuleIsClosedBeforeTheNextBegins() throws Exception {
        try (InputStream stream =
                Objects.requireNonNull(StyleSheetTest.class.getResourceAsStream("/assets/plumbline.css"))) {
            String rules = new String(stream.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?s)/\\*.*?\\*/", "");
            int depth = 0;
            for (String line : rules.lines().toList()) {
                if (!line.isBlank() && !line.startsWith(" ") && !line.equals("}")) {
                    assertThat(depth).as("what is open before: " + line).isZero();
                }
                depth += (int) line.chars().filter(each -> each == '{').count();
                depth -= (int) line.chars().filter(each -> each == '}').count();
            }
            assertThat(depth).isZero();
        }
    }
}
