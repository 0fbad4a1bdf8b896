package dev.plumbline.collector.endtoend;

import dev.plumbline.collector.git.Git;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import joptsimple.OptionParser;
import org.apache.commons.math3.util.FastMath;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.generators.BenchmarkProcessor;

/** A small library with JMH benchmarks in a git repository of its own; each commit can be built and measured for real. */
final class SampleProject {

    private static final String LIBRARY = """
        package acme;

        /** Counts words. */
        public final class Words {

            private Words() {}

            public static int count(String text) {
                BODY
            }
        }
        """;

    private static final String BENCHMARK = """
        package acme;

        import java.util.concurrent.TimeUnit;
        import org.openjdk.jmh.annotations.*;

        @State(Scope.Thread)
        @BenchmarkMode(Mode.AverageTime)
        @OutputTimeUnit(TimeUnit.NANOSECONDS)
        public class WordsBenchmark {

            private final String text = "the quick brown fox jumps over the lazy dog ".repeat(20);

            @Benchmark
            public int count() {
                return Words.count(text);
            }

            @Benchmark
            public int hash() {
                int hash = 7;
                for (int i = 0; i < text.length(); i++) {
                    hash = 31 * hash + text.charAt(i);
                }
                return hash;
            }
        }
        """;

    /** One pass over the characters. */
    static final String SCAN = """
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean letter = text.charAt(i) != ' ';
            if (letter && !inside) {
                words++;
            }
            inside = letter;
        }
        return words;\
        """;

    /** Shorter, slower, and it allocates. */
    static final String SPLIT = "return text.strip().split(\" +\").length;";

    private final Path folder;
    private final Git git;

    private SampleProject(Path folder) {
        this.folder = folder;
        this.git = Git.init(folder);
    }

    /** A new repository. */
    static SampleProject create(Path folder) throws IOException {
        SampleProject project = new SampleProject(Files.createDirectories(folder));
        Files.writeString(folder.resolve(".gitignore"), "target/\n*.json\n*.jar\n");
        project.write("acme/WordsBenchmark.java", BENCHMARK);
        return project;
    }

    Path folder() {
        return folder;
    }

    /** Writes how words are counted, commits, builds, and returns the commit's hash. */
    String commit(String subject, String count) throws IOException {
        write("acme/Words.java", LIBRARY.replace("BODY", count));
        git.run("add", "--all");
        String commit = git.commit(subject);
        build();
        return commit;
    }

    Git git() {
        return git;
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve("src").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Compiles what is checked out with JMH's annotation processor, into {@code target/benchmarks.jar}. */
    private void build() throws IOException {
        Path classes = folder.resolve("target/classes");
        if (Files.exists(classes)) {
            for (Path old : deepestFirst(classes)) {
                Files.delete(old);
            }
        }
        Files.createDirectories(classes);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-cp",
                jmh().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                "-processor",
                "org.openjdk.jmh.generators.BenchmarkProcessor",
                "--release",
                "17");
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = files(folder.resolve("src")).stream()
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
            boolean compiled = compiler.getTask(
                            null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!compiled) {
                throw new AssertionError("the sample project does not compile");
            }
        }
        pack(classes);
    }

    private void pack(Path classes) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, "org.openjdk.jmh.Main");
        attributes.put(
                Attributes.Name.CLASS_PATH,
                jmh().map(jar -> jar.toUri().toString()).collect(Collectors.joining(" ")));
        try (OutputStream out = Files.newOutputStream(folder.resolve("target/benchmarks.jar"));
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Path file : files(classes)) {
                if (Files.isRegularFile(file)) {
                    jar.putNextEntry(
                            new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                    Files.copy(file, jar);
                    jar.closeEntry();
                }
            }
        }
    }

    /** JMH and what it needs, from where this test has them. */
    private static Stream<Path> jmh() {
        return Stream.of(Main.class, BenchmarkProcessor.class, OptionParser.class, FastMath.class)
                .map(type -> Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString())));
    }

    private static List<Path> deepestFirst(Path folder) throws IOException {
        List<Path> files = new ArrayList<>(files(folder));
        Collections.reverse(files);
        return files;
    }

    /** A folder's files and folders, parents first. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.sorted().toList();
        }
    }
}
