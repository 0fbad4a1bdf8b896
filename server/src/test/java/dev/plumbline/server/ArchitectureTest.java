package dev.plumbline.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.plumbline.server");

    @Test
    void hasNoCircleBetweenPackages() {
        slices().matching("dev.plumbline.server.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void keepsVertxInWhatAnswersRequests() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.plumbline.server",
                        "dev.plumbline.server.http..",
                        "dev.plumbline.server.api..",
                        "dev.plumbline.server.site..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.vertx..")
                .check(CLASSES);
    }

    @Test
    void keepsSqlOutOfWhatAnswersRequests() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.plumbline.server",
                        "dev.plumbline.server.http..",
                        "dev.plumbline.server.api..",
                        "dev.plumbline.server.auth..",
                        "dev.plumbline.server.oidc..",
                        "dev.plumbline.server.forges..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.jdbi..", "com.zaxxer..", "org.postgresql..")
                .check(CLASSES);
    }

    @Test
    void keepsDrawingInTheChartsModule() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jfree..", "org.apache.batik..")
                .check(CLASSES);
    }

    @Test
    void hasNoStaticStateThatChanges() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }
}
