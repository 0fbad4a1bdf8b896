package dev.plumbline.analysis.format;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a tool that lie beside the repository, and our own: what each is read as, in one line. */
public final class SampleFolder {

    private static final Path SHARED = Path.of("..", "..", "shared", "samples");

    private SampleFolder() {}

    /** What becomes of each file of a tool: {@code go-bench: 7 results}, or code and message. The test is skipped where there are none. */
    public static SortedMap<String, String> outcomes(String tool) throws IOException {
        Path folder = SHARED.resolve(tool);
        assumeTrue(Files.isDirectory(folder), "no sample files beside the repository: " + folder);
        SortedMap<String, String> outcomes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> !path.getFileName().toString().matches("README.md|PROVENANCE.tsv"))
                    .toList()) {
                outcomes.put(folder.relativize(file).toString(), outcome(file));
            }
        }
        return outcomes;
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

    /** The results of a document, which has to be recognised as this format. */
    public static List<BenchmarkResult> read(ResultFormat format, byte[] document) throws IOException {
        List<BenchmarkResult> results = new ArrayList<>();
        ResultFormat found = ResultFormat.read(new ByteArrayInputStream(document), ReadLimits.defaults(), results::add);
        if (found != format) {
            throw new AssertionError("read as " + found.id() + ", expected " + format.id());
        }
        return results;
    }

    /** The same for a text. */
    public static List<BenchmarkResult> read(ResultFormat format, String text) throws IOException {
        return read(format, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same for a file of ours. */
    public static List<BenchmarkResult> readFixture(ResultFormat format, String name) throws IOException {
        return read(format, fixture(name));
    }

    /** A file of ours, by its path below the resources. */
    public static byte[] fixture(String name) throws IOException {
        return Files.readAllBytes(Path.of("src", "test", "resources").resolve(name));
    }
}
