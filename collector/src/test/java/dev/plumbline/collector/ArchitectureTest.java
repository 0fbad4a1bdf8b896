package dev.plumbline.collector;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "dev.plumbline.collector";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void hasNoCircleOfPackages() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingDependsOnTheListOfCommands() {
        classes()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAPackage(ROOT)
                .check(CLASSES);
    }

    @Test
    void whatCommandsShareKnowsNoCommand() {
        noClasses()
                .that()
                .resideInAnyPackage(packages(
                        "access",
                        "ci",
                        "client",
                        "command",
                        "git",
                        "jmh",
                        "machine",
                        "provenance",
                        "spool",
                        "terminal",
                        "verdict"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(
                        "audit", "bisect", "changepoints", "comment", "compare", "duet", "gate", "run", "upload"))
                .check(CLASSES);
    }

    @Test
    void onlyTheCommentAndTheRecognitionOfCiKnowForges() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages("comment", "ci"))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.plumbline.forge..")
                        .and(resideOutsideOfPackage("dev.plumbline.forge.http..")))
                .check(CLASSES);
    }

    private static String[] packages(String... names) {
        String[] packages = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            packages[i] = ROOT + "." + names[i];
        }
        return packages;
    }
}
