package dev.plumbline.server.pullrequest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.forge.ForgeKind;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.TestDatabase;
import dev.plumbline.server.forges.ConfiguredForge;
import dev.plumbline.server.forges.Forges;
import dev.plumbline.server.forges.SecretFile;
import dev.plumbline.server.ingest.JmhDocuments;
import dev.plumbline.server.ingest.Sent;
import dev.plumbline.server.ingest.Uploads;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Projects;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkedRepositoriesTest {

    private static final String DOCUMENT =
            new JmhDocuments().with("a.B.one", 10, 11, 12).json();
    private static final String SHA = "4c1d2e3f";

    @TempDir
    Path folder;

    private Database database;
    private Project project;
    private Uploads uploads;
    private LinkedRepositories repositories;

    @BeforeEach
    void open() {
        database = TestDatabase.open();
        project = new Projects(database).create("acme", "Acme", "main", true);
        uploads = new Uploads(database, project.id(), folder);
        ConfiguredForge forge = new ConfiguredForge(
                "hub",
                ForgeKind.GITHUB,
                "https://github.com",
                "https://api.github.com",
                Optional.empty(),
                new SecretFile(folder),
                Optional.empty(),
                List.of("acme/*"));
        repositories = new LinkedRepositories(
                database, new BoundForges(new Forges(List.of(forge), Clock.systemUTC()), new ForgeBindings(database)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aProjectOfWhichNothingIsKnownLinksNowhere() {
        upload(1, "{}");

        assertThat(repositories.of(project).repository()).isEmpty();
    }

    @Test
    void theRepositoryThatTheNewestJobNamesIsLinked() {
        upload(
                1,
                "{\"provider\":\"gitlab-ci\",\"forge\":\"gitlab\",\"repositoryUrl\":\"https://gitlab.com/acme/old\"}");
        upload(
                2,
                "{\"provider\":\"jenkins\",\"forge\":\"gitea\",\"repositoryUrl\":\"https://codeberg.org/acme/new/\"}");
        upload(3, "{\"provider\":\"jenkins\"}");

        assertThat(repositories.of(project).commit(SHA)).contains("https://codeberg.org/acme/new/commit/" + SHA);
    }

    @Test
    void aCollectorThatDoesNotNameItGivesTheJobsPage() {
        upload(1, "{\"provider\":\"github-actions\",\"url\":\"https://github.com/acme/widget/actions/runs/17\"}");
        assertThat(repositories.of(project).repository()).contains("https://github.com/acme/widget");

        upload(2, "{\"provider\":\"gitlab-ci\",\"url\":\"https://gitlab.com/acme/widget/-/jobs/17\"}");
        assertThat(repositories.of(project).repository()).contains("https://gitlab.com/acme/widget");
    }

    @Test
    void whatIsNoAddressOfAPageIsNotLinked() {
        upload(1, "{\"provider\":\"jenkins\",\"forge\":\"github\",\"repositoryUrl\":\"javascript:alert(1)//\"}");
        upload(
                2,
                "{\"provider\":\"jenkins\",\"forge\":\"github\",\"repositoryUrl\":\"https://a:b@github.com/acme/x\"}");
        upload(3, "{\"provider\":\"jenkins\",\"forge\":\"svn\",\"repositoryUrl\":\"https://svn.example.com/acme/x\"}");

        assertThat(repositories.of(project).repository()).isEmpty();
    }

    @Test
    void aBindingTakesPrecedence() {
        upload(1, "{\"provider\":\"github-actions\",\"url\":\"https://github.com/fork/widget/actions/runs/17\"}");
        new ForgeBindings(database).bind(project.id(), "hub", "acme/widget");

        assertThat(repositories.of(project).repository()).contains("https://github.com/acme/widget");
    }

    private void upload(int commit, String ci) {
        uploads.upload(Sent.main(commit).ci(ci).metadata(), DOCUMENT);
    }
}
