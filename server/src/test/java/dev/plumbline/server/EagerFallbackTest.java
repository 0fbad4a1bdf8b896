package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The argument of {@code orElse} is evaluated even if the value is there. So it may be a constant, a variable or an accessor; what does
 * work, or changes something, belongs into {@code orElseGet}.
 */
class EagerFallbackTest {

    private static final List<String> MODULES =
            List.of("analysis", "charts", "migrations", "forge", "server", "collector", "benchmarks");

    @TempDir
    Path folder;

    @Test
    void noFallbackDoesWorkThatIsNotNeeded() {
        List<Path> sources = MODULES.stream()
                .flatMap(module -> files(Path.of("..", module, "src", "main", "java")))
                .toList();

        assertThat(sources).hasSizeGreaterThan(100);
        assertThat(complaints(sources)).isEmpty();
    }

    @Test
    void findsAFallbackThatChangesWhatIsReturned() throws IOException {
        Path source = folder.resolve("Sample.java");
        Files.writeString(source, """
            class Sample {
                Object answer(java.util.Optional<String> kind, StringBuilder json, Sample other) {
                    kind.orElse("");
                    kind.orElse(other.name());
                    java.util.OptionalInt.empty().orElse(-1);
                    kind.map(java.util.List::of).orElse(java.util.List.of());
                    kind.orElse(new String("x"));
                    return kind.map(known -> json.append(known)).orElse(json.append("null"));
                }
                String name() { return ""; }
            }
            """);

        assertThat(complaints(List.of(source)))
                .containsExactly(
                        "Sample.java:7: orElse(new String(\"x\"))", "Sample.java:8: orElse(json.append(\"null\"))");
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> complaints(List<Path> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> complaints = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Fallbacks(unit, positions, complaints).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return complaints;
    }

    /** Looks at each {@code orElse} of a file. */
    private static final class Fallbacks extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> complaints;

        Fallbacks(CompilationUnitTree unit, SourcePositions positions, List<String> complaints) {
            this.unit = unit;
            this.positions = positions;
            this.complaints = complaints;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (call.getMethodSelect() instanceof MemberSelectTree method
                    && method.getIdentifier().contentEquals("orElse")) {
                ExpressionTree fallback = call.getArguments().get(0);
                if (Boolean.TRUE.equals(new Work().scan(fallback, null))) {
                    long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, fallback));
                    complaints.add(Path.of(unit.getSourceFile().getName()).getFileName() + ":" + line + ": orElse("
                            + fallback + ")");
                }
            }
            return super.visitMethodInvocation(call, null);
        }
    }

    /** Whether an expression does work: it creates an object, or calls a method that takes something. */
    private static final class Work extends TreeScanner<Boolean, Void> {

        @Override
        public Boolean visitNewClass(NewClassTree created, Void nothing) {
            return true;
        }

        @Override
        public Boolean visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            return !call.getArguments().isEmpty() || Boolean.TRUE.equals(super.visitMethodInvocation(call, null));
        }

        @Override
        public Boolean reduce(Boolean first, Boolean second) {
            return Boolean.TRUE.equals(first) || Boolean.TRUE.equals(second);
        }
    }
}
