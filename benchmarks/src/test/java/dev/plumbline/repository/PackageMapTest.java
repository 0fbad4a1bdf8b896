package dev.plumbline.repository;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packages of every module are as docs/architecture.md draws them, form no circle, and none of them is a drawer. */
class PackageMapTest {

    private static final int MOST_CLASSES = 30;

    @ParameterizedTest
    @ValueSource(strings = {"analysis", "charts", "forge", "generator", "server", "collector"})
    void arrowsAreThoseOfTheMap(String module) {
        PackageArrows found = PackageArrows.of(classes(module), module);
        PackageArrows drawn = PackageArrows.drawn(Path.of("..", "docs", "architecture.md"), module);

        assertThat(drawn.arrows())
                .as("the map of %s in docs/architecture.md should have these lines:%n%s", module, found.reduced())
                .isEqualTo(found.reduced().arrows());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"analysis", "charts", "migrations", "forge", "generator", "server", "collector", "benchmarks"})
    void packagesFormNoCircle(String module) {
        slices().matching("dev.plumbline." + module + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes(module));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"analysis", "charts", "migrations", "forge", "generator", "server", "collector", "benchmarks"})
    void noPackageIsADrawer(String module) {
        Map<String, Long> sizes =
                ownClasses(module).collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(sizes.values()).allMatch(size -> size <= MOST_CLASSES, "at most " + MOST_CLASSES + ": " + sizes);
    }

    /** A name that stands twice makes a reader open the wrong file. Each program has a {@code Main} of its own. */
    @Test
    void aNameStandsForOneClass() {
        Map<String, List<String>> places = Stream.of(
                        "analysis", "charts", "migrations", "forge", "generator", "server", "collector", "benchmarks")
                .flatMap(PackageMapTest::ownClasses)
                .filter(one -> !one.getSimpleName().equals("Main"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getPackageName, Collectors.toList())));
        places.values().removeIf(packages -> packages.size() == 1);

        assertThat(places).isEmpty();
    }

    /** The classes that a person wrote. */
    private static Stream<JavaClass> ownClasses(String module) {
        return classes(module).stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(one -> !one.getSimpleName().equals("package-info"))
                .filter(one -> !one.getPackageName().matches(".*\\.(templates|jmh_generated)(\\..*)?"));
    }

    private static JavaClasses classes(String module) {
        Path compiled = Path.of("..", module, "target", "classes");
        assumeTrue(Files.isDirectory(compiled), module + " is not compiled: run mvn verify for all modules");
        return new ClassFileImporter().importPath(compiled);
    }
}
