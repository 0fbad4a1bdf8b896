package dev.plumbline.analysis.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.format.document.NoteCode;
import dev.plumbline.analysis.format.document.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/reading-jmh.md} explains every code, and none that is not. */
class ReadingJmhDocumentationTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z0-9-]+)` \\|", Pattern.MULTILINE);

    @Test
    void explainsEveryRefusal() throws IOException {
        assertThat(codesBelow("## What is rejected"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemCode.values())
                        .map(ProblemCode::code)
                        .toList());
    }

    @Test
    void explainsEveryNote() throws IOException {
        assertThat(codesBelow("## What is read with a note"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(NoteCode.values()).map(NoteCode::code).toList());
    }

    private static List<String> codesBelow(String heading) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "reading-jmh.md"));
        int start = page.indexOf("\n" + heading + "\n");
        assertThat(start).as(heading).isPositive();
        int end = page.indexOf("\n## ", start + heading.length());
        String section = end < 0 ? page.substring(start) : page.substring(start, end);
        return ROW.matcher(section)
                .results()
                .map(MatchResult::group)
                .map(row -> row.substring(3, row.length() - 3))
                .toList();
    }
}
