package dev.plumbline.analysis.format;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a tool that lie beside the repository, and what each is read as. */
public final class SampleFolder {

    private static final Path SHARED = Path.of("..", "..", "shared", "samples");

    private SampleFolder() {}

    /** What becomes of each file of a tool: {@code go-bench: 7 results}, or code and message. The test is skipped where there are none. */
    public static SortedMap<String, String> outcomes(String tool) throws IOException {
        SortedMap<String, String> outcomes = new TreeMap<>();
        for (Path file : files(tool)) {
            outcomes.put(SHARED.resolve(tool).relativize(file).toString(), outcome(file));
        }
        return outcomes;
    }

    /** The files of a tool, sorted, without what is said about them. The test is skipped where there are none. */
    public static List<Path> files(String tool) throws IOException {
        Path folder = SHARED.resolve(tool);
        assumeTrue(Files.isDirectory(folder), "no sample files beside the repository: " + folder);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(path -> !path.getFileName().toString().matches("README.md|PROVENANCE.tsv"))
                    .sorted()
                    .toList();
        }
    }

    private static String outcome(Path file) throws IOException {
        List<BenchmarkResult> results = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            ResultFormat format = ResultFormat.read(in, ReadLimits.defaults(), results::add);
            return format.id() + ": " + results.size() + " results";
        } catch (DocumentException rejected) {
            return rejected.code() + ": " + rejected.getMessage();
        }
    }
}
