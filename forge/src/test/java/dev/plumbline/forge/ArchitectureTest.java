package dev.plumbline.forge;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.plumbline.forge.repository.Forge;
import dev.plumbline.forge.rest.Rest;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MODULE = new ClassFileImporter()
            .importUrl(Forge.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void knowsForgesAndNothingOfBenchmarks() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.plumbline.forge..",
                        "java..",
                        "javax.crypto..",
                        "com.fasterxml.jackson..",
                        "org.jspecify..")
                .check(MODULE);
    }

    @Test
    void whatAllOfHttpHasInCommonKnowsNoForge() {
        classes()
                .that()
                .resideInAPackage("dev.plumbline.forge.http")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.plumbline.forge.http", "java..", "javax.crypto..", "org.jspecify..")
                .check(MODULE);
    }

    @Test
    void onlyOneClassSendsRequests() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Rest.class.getName())
                .should()
                .callMethodWhere(target(owner(assignableTo(HttpClient.class))).and(target(nameMatching("send.*"))))
                .check(MODULE);
    }
}
