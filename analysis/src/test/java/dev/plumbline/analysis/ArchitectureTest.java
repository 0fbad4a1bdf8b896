package dev.plumbline.analysis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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
    void packagesFormNoCircle() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(classes);
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
                        ROOT + ".subject..",
                        ROOT + ".verdict..",
                        ROOT + ".judge..",
                        ROOT + ".segment..",
                        ROOT + ".suite..",
                        ROOT + ".pair..",
                        ROOT + ".text..",
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
    void onlyFormatsAndTheJsonReportKnowTheJsonParser() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".format..", ROOT + ".report.json..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .check(classes);
    }
}
