package dev.plumbline.charts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CHARTS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.plumbline.charts");

    @Test
    void publicTypesKnowNoDrawingLibrary() {
        noClasses()
                .that()
                .arePublic()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jfree..", "org.apache.batik..", "org.w3c..", "java.awt..")
                .check(CHARTS);
    }

    @Test
    void onlyTheTrendPictureAndItsAdaptersKnowJFreeChart() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.(TrendPicture|TickAxis|LayerAnnotation)")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jfree..")
                .check(CHARTS);
    }

    @Test
    void onlyTheSvgCanvasKnowsBatik() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.Svg(Canvas|Context)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.batik..")
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
