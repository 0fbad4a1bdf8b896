package dev.plumbline.analysis.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/formats.md} has one row for every format: its id and four cells that say something. */
class FormatsDocumentationTest {

    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z0-9-]+)` ((?:\\|[^|\n]*\\S[^|\n]*){4})\\|$", Pattern.MULTILINE);

    @Test
    void hasARowForEveryFormat() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "formats.md"));
        List<String> rows = ROW.matcher(page).results().map(row -> row.group(1)).toList();

        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ResultFormat.values())
                        .map(ResultFormat::id)
                        .toList());
    }
}
