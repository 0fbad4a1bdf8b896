package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.server.http.ProblemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of the documentation say what the program does. */
class DocumentationTest {

    private static final Path DOCS = Path.of("..", "docs");

    @Test
    void listsEverySettingWithItsVariableStandardAndMeaning() throws IOException {
        List<String> expected = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            String standard = setting.standard().isEmpty() ? "" : "`" + setting.standard() + "`";
            expected.add("| `" + setting.variable() + "` | `" + setting.flag() + "` | " + standard + " | "
                    + setting.description() + " |");
        }

        assertThat(rows("operations.md", "| `PLUMBLINE_")).containsExactlyElementsOf(expected);
    }

    @Test
    void listsEveryProblemWithItsStatus() throws IOException {
        List<String> expected = Stream.concat(
                        Arrays.stream(ProblemKind.values())
                                .map(kind -> "| `" + kind.code() + "` | " + kind.status() + " |"),
                        Arrays.stream(ProblemCode.values())
                                .filter(code -> Arrays.stream(ProblemKind.values())
                                        .noneMatch(kind -> kind.code().equals(code.code())))
                                .map(code -> "| `" + code.code() + "` | 422 |"))
                .toList();

        List<String> documented = rows("api.md", "| `").stream()
                .filter(row -> row.matches("\\| `[a-z0-9-]+` \\| \\d{3} \\|.*"))
                .map(row -> row.replaceAll("(\\| `[a-z0-9-]+` \\| \\d{3} \\|).*", "$1"))
                .toList();

        assertThat(documented).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<String> rows(String file, String start) throws IOException {
        return Files.readAllLines(DOCS.resolve(file)).stream()
                .filter(line -> line.startsWith(start))
                .toList();
    }
}
