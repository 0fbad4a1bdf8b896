package dev.plumbline.analysis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of this module point down only, and nothing in it reaches out of the process. */
class ArchitectureTest {

    private static final String ROOT = "dev.plumbline.analysis";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void arrowsPointDownOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("report")
                .definedBy(ROOT + ".report..")
                .layer("detect")
                .definedBy(ROOT + ".detect..")
                .layer("threshold")
                .definedBy(ROOT + ".threshold..")
                .layer("audit")
                .definedBy(ROOT + ".audit..")
                .layer("stats")
                .definedBy(ROOT + ".stats..")
                .layer("format")
                .definedBy(ROOT + ".format..")
                .layer("model")
                .definedBy(ROOT + ".model..")
                .whereLayer("report")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("format")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("detect")
                .mayOnlyBeAccessedByLayers("report")
                .whereLayer("threshold")
                .mayOnlyBeAccessedByLayers("format", "detect", "report")
                .whereLayer("audit")
                .mayOnlyBeAccessedByLayers("report")
                .whereLayer("stats")
                .mayOnlyBeAccessedByLayers("threshold", "detect", "audit", "report")
                .whereLayer("model")
                .mayOnlyBeAccessedByLayers("format", "detect", "audit", "report")
                .check(classes);
    }

    @Test
    void statisticsKnowOnlyNumbers() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".stats..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".model..",
                        ROOT + ".format..",
                        ROOT + ".detect..",
                        ROOT + ".audit..",
                        ROOT + ".report..",
                        "com.fasterxml..")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void nothingReachesOutOfTheProcess() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.sql..", "java.nio.file..", "java.nio.channels..")
                .check(classes);
    }

    @Test
    void onlyTheFormatsKnowTheJsonParser() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".format..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .check(classes);
    }
}
