package dev.plumbline.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.plumbline.server");

    @Test
    void pointsItsArrowsDownOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("main")
                .definedBy("dev.plumbline.server")
                .layer("http")
                .definedBy("dev.plumbline.server.http..")
                .optionalLayer("page")
                .definedBy("dev.plumbline.server.page..")
                .layer("report")
                .definedBy("dev.plumbline.server.report..")
                .layer("jobs")
                .definedBy("dev.plumbline.server.jobs..")
                .layer("notify")
                .definedBy("dev.plumbline.server.notify..")
                .layer("auth")
                .definedBy("dev.plumbline.server.auth..")
                .layer("forges")
                .definedBy("dev.plumbline.server.forges..")
                .layer("oidc")
                .definedBy("dev.plumbline.server.oidc..")
                .layer("store")
                .definedBy("dev.plumbline.server.store..")
                .whereLayer("main")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("http")
                .mayOnlyBeAccessedByLayers("main")
                .whereLayer("page")
                .mayOnlyBeAccessedByLayers("http")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("main", "http", "jobs", "notify")
                .whereLayer("jobs")
                .mayOnlyBeAccessedByLayers("main", "http", "notify")
                .whereLayer("notify")
                .mayOnlyBeAccessedByLayers("main", "http")
                .whereLayer("auth")
                .mayOnlyBeAccessedByLayers("main", "http", "oidc")
                .whereLayer("forges")
                .mayOnlyBeAccessedByLayers("main", "http", "jobs")
                .whereLayer("oidc")
                .mayOnlyBeAccessedByLayers("main")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers("main", "http", "page", "report", "jobs", "notify", "auth")
                .check(CLASSES);
    }

    @Test
    void keepsVertxInHttpAndMain() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.plumbline.server", "dev.plumbline.server.http..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.vertx..")
                .check(CLASSES);
    }

    @Test
    void keepsJdbcInTheStore() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.plumbline.server.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "com.zaxxer..", "org.postgresql..")
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
