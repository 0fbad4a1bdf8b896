package dev.plumbline.charts;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CHARTS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.plumbline.charts");

    @Test
    void whatCallersHandInKnowsNoDrawingLibrary() {
        noClasses()
                .that()
                .arePublic()
                .and(resideOutsideOfPackage("..picture").or(nameMatching(".*\\.(Theme|Palette|ChartException)")))
                .and()
                .haveSimpleNameNotEndingWith("Picture")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jfree..", "org.apache.batik..", "org.w3c..", "java.awt..")
                .check(CHARTS);
    }

    @Test
    void onlyTheSvgFileKnowsBatik() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.Svg(File|Looks|Context)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.batik..")
                .check(CHARTS);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("dev.plumbline.charts.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CHARTS);
        noClasses()
                .that()
                .resideInAPackage("dev.plumbline.charts.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.plumbline.charts")
                .check(CHARTS);
    }

    @Test
    void kindsOfPictureDoNotKnowEachOther() {
        slices().matching("dev.plumbline.charts.(trend|sparkline|forest)..")
                .should()
                .notDependOnEachOther()
                .check(CHARTS);
    }

    @Test
    void dependsOnNothingElse() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.plumbline.charts..",
                        "java..",
                        "javax.imageio..",
                        "javax.xml..",
                        "org.w3c..",
                        "org.jfree..",
                        "org.apache.batik..",
                        "org.jspecify..")
                .check(CHARTS);
    }
}
