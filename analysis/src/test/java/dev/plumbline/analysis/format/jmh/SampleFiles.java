package dev.plumbline.analysis.format.jmh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Real result files: the project's own, and those that lie beside the repository where someone has put them. */
final class SampleFiles {

    /** Files of other projects, a folder for each tool; absent on most machines. */
    static final Path SHARED = Path.of("..", "..", "shared", "samples");
    /** Files of JMH runs of this project. */
    static final Path OWN = Path.of("src", "test", "resources", "jmh");

    private SampleFiles() {}

    /** JMH's files of other projects; none when their folder is missing. */
    static List<Path> shared() {
        return Stream.of("jmh", "jmh-own")
                .flatMap(tool -> below(SHARED.resolve(tool)).stream())
                .toList();
    }

    /** Every result file below a folder, in the order of the names; none when the folder is missing. */
    static List<Path> below(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(".json") || file.toString().endsWith(".json.gz"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The decompressed bytes of a file. */
    static byte[] bytes(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return file.toString().endsWith(".gz") ? Reading.gunzip(bytes) : bytes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
