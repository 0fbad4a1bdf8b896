package dev.plumbline.benchmarks.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.benchmarks.evaluation.data.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvaluationTest {

    private static final Pattern BAR = Pattern.compile("\\|");

    private Path parent = Path.of("");

    private Path folder = Path.of("");

    @BeforeAll
    void makeUpMeasurements(@TempDir Path empty) throws IOException {
        parent = empty;
        folder = Files.createDirectory(parent.resolve("evaluation"));
        MeasurementsFolder.write(folder);
    }

    /** All parts but E7, which prints times, and E8 and E9, which take minutes. */
    static List<String> partsWithoutTimes() {
        return Evaluation.PARTS.stream()
                .filter(part -> !List.of("E7", "E8", "E9").contains(part))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("partsWithoutTimes")
    void theSameFolderGivesTheSameFigures(String part) throws IOException {
        assertThat(withoutTimes(Evaluation.table(part, folder)))
                .isEqualTo(withoutTimes(Evaluation.table(part, folder)))
                .contains("|");
    }

    /** The last column of E3's tables is a time. */
    private static String withoutTimes(Table table) {
        String markdown = table.markdown();
        return markdown.contains("CPU ms") ? markdown.replaceAll("\\|[^|\n]*\\|\n", "|\n") : markdown;
    }

    @Test
    void plainStepsAreAllFound() throws IOException {
        String row = row(Evaluation.table("E3", folder), "**Plumbline**");

        assertThat(cell(row, 2)).isEqualTo("1.000");
        assertThat(cell(row, 3)).isEqualTo("0.00");
    }

    @Test
    void poolingIterationsFlagsTheSameCodeAndForkMeansDoNot() throws IOException {
        Table table = Evaluation.table("E1", folder);

        assertThat(sameCode(row(table, "Welch, pooled iterations, p < .05"))).isGreaterThan(50);
        assertThat(sameCode(row(table, "**Plumbline**, p < .05"))).isLessThan(10);
    }

    @Test
    void textHasTheFiguresWithoutTheMarks() throws IOException {
        Table table = Evaluation.table("E5", folder);

        assertThat(table.text()).startsWith("E5 Annotated series (1)\n\n").doesNotContain("|", "*", "#");
        assertThat(row(table, "nothing").replace("|", "").split("\\s+"))
                .isEqualTo(Arrays.stream(table.text().split("\n"))
                        .filter(line -> line.strip().startsWith("nothing"))
                        .findFirst()
                        .orElseThrow()
                        .split("\\s+"));
    }

    @Test
    void realFilesBesideTheFolderAreRecomputed() throws IOException {
        Path samples = Files.createDirectories(parent.resolve("samples/jmh-made"));
        Files.copy(
                Path.of("../analysis/src/test/resources/jmh/no-parameters.json"),
                samples.resolve("no-parameters.json"));
        Files.writeString(samples.resolve("broken.json"), "[{");

        String row = row(Evaluation.table("E6", folder), "jmh-made");

        assertThat(row.split("\\s*\\|\\s*")).startsWith("", "jmh-made", "2", "1", "1", "1");
        assertThat(Double.parseDouble(cell(row, 6))).isLessThan(1e-9);
        assertThat(Double.parseDouble(cell(row, 8))).isLessThan(1e-9);
        assertThat(row).contains("broken.json line 1, column 3: truncated-document");
    }

    private static double sameCode(String row) {
        return Double.parseDouble(cell(row, 3));
    }

    private static String cell(String row, int column) {
        return BAR.split(row, -1)[column].strip();
    }

    private static String row(Table table, String name) {
        return Arrays.stream(table.markdown().split("\n"))
                .filter(line -> line.startsWith("| " + name + " "))
                .findFirst()
                .orElseThrow();
    }
}
