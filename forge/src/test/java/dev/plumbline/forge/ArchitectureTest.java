package dev.plumbline.forge;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.plumbline.forge.repository.Forge;
import dev.plumbline.forge.rest.Rest;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String GITHUB = "dev.plumbline.forge.github..";
    private static final String GITLAB = "dev.plumbline.forge.gitlab..";
    private static final String GITEA = "dev.plumbline.forge.gitea..";

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

    @Test
    void packagesHaveNoCircles() {
        slices().matching("dev.plumbline.forge.(**)").should().beFreeOfCycles().check(MODULE);
    }

    @Test
    void onlyTheListOfForgesStandsAboveTheirPackages() {
        noClasses()
                .that()
                .resideInAPackage("dev.plumbline.forge.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.plumbline.forge")
                .check(MODULE);
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.plumbline.forge", GITHUB, GITLAB, GITEA)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(GITHUB, GITLAB, GITEA)
                .check(MODULE);
    }

    /** Gitea copies GitHub's API. */
    @Test
    void forgesDoNotKnowEachOtherExceptThatGiteaKnowsGitHub() {
        noClasses()
                .that()
                .resideInAnyPackage(GITHUB, GITLAB)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(GITEA)
                .check(MODULE);
        noClasses()
                .that()
                .resideInAPackage(GITLAB)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(GITHUB)
                .check(MODULE);
        noClasses()
                .that()
                .resideInAnyPackage(GITHUB, GITEA)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(GITLAB)
                .check(MODULE);
    }
}
