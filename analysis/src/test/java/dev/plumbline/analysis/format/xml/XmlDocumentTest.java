package dev.plumbline.analysis.format.xml;

import static dev.plumbline.analysis.format.DocumentReading.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** XML that wants to fetch, to grow, or to be kept whole. */
class XmlDocumentTest {

    @Test
    void rejectsEntitiesThatMultiply() {
        StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE Catch [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }

        assertThat(refusal(bomb + "]><Catch name=\"&a39;\"/>").code()).isIn("invalid-text", "other-document");
        assertThat(refusal("<Catch name=\"x\">&a;</Catch>").code()).isEqualTo("invalid-text");
    }

    @Test
    void readsNoOtherFile(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "the secret");
        String document =
                "<Catch><TestCase name=\"a\"><BenchmarkResults name=\"b\">&x;</BenchmarkResults></TestCase></Catch>";

        for (String type : new String[] {
            "<!DOCTYPE Catch [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
            "<!DOCTYPE Catch SYSTEM \"" + secret.toUri() + "\">",
            "<!DOCTYPE Catch [<!ENTITY % p SYSTEM \"" + secret.toUri() + "\"> %p;]>"
        }) {
            assertThat(refusal(type + document).getMessage()).doesNotContain("the secret");
            assertThat(refusal("<Catch>" + type + document + "</Catch>").getMessage())
                    .doesNotContain("the secret");
        }
    }

    @Test
    void rejectsElementsThatAreNestedTooDeeply() {
        assertThat(refusal("<Catch>" + "<Section name=\"a\">".repeat(100_000)).code())
                .isEqualTo("nesting-too-deep");
    }

    @Test
    void rejectsATagThatIsTooLong() {
        assertThat(refusal("<Catch><TestCase name=\"" + "a>".repeat(1 << 20) + "\"/></Catch>")
                        .code())
                .isEqualTo("text-too-long");
        assertThat(refusal("<Catch><TestCase name=\"" + "a".repeat(1 << 17) + "\"/></Catch>")
                        .code())
                .isEqualTo("text-too-long");
    }

    @Test
    void saysWhereADocumentBreaksOff() {
        assertThat(refusal("<Catch>\n  <TestCase name=\"a\">\n    <Bench"))
                .hasMessageContaining("whole XML in UTF-8")
                .hasMessageContaining("line 3");
    }
}
