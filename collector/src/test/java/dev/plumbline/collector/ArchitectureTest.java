package dev.plumbline.collector;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheArrowsPointingDown() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.plumbline.collector");

        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("tool")
                .definedBy("dev.plumbline.collector")
                .layer("spool")
                .definedBy("dev.plumbline.collector.spool")
                .layer("client")
                .definedBy("dev.plumbline.collector.client")
                .layer("ci")
                .definedBy("dev.plumbline.collector.ci")
                .layer("git")
                .definedBy("dev.plumbline.collector.git")
                .layer("compare")
                .definedBy("dev.plumbline.collector.compare")
                .layer("series")
                .definedBy("dev.plumbline.collector.series")
                .layer("jmh")
                .definedBy("dev.plumbline.collector.jmh")
                .layer("duet")
                .definedBy("dev.plumbline.collector.duet")
                .layer("bisect")
                .definedBy("dev.plumbline.collector.bisect")
                .layer("json")
                .definedBy("dev.plumbline.collector.json")
                .whereLayer("tool")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("spool")
                .mayOnlyBeAccessedByLayers("tool")
                .whereLayer("client")
                .mayOnlyBeAccessedByLayers("tool", "spool")
                .whereLayer("ci")
                .mayOnlyBeAccessedByLayers("tool")
                .whereLayer("git")
                .mayOnlyBeAccessedByLayers("tool")
                .whereLayer("compare")
                .mayOnlyBeAccessedByLayers("tool", "duet")
                .whereLayer("jmh")
                .mayOnlyBeAccessedByLayers("tool", "duet")
                .whereLayer("bisect")
                .mayOnlyBeAccessedByLayers("tool")
                .whereLayer("duet")
                .mayOnlyBeAccessedByLayers("tool")
                .whereLayer("series")
                .mayOnlyBeAccessedByLayers("tool")
                .check(classes);
    }

    @Test
    void onlyTheToolAndTheRecognitionOfCiKnowForges() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.plumbline.collector");

        noClasses()
                .that()
                .resideOutsideOfPackages("dev.plumbline.collector", "dev.plumbline.collector.ci")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.plumbline.forge..")
                        .and(resideOutsideOfPackage("dev.plumbline.forge.http")))
                .check(classes);
    }
}
