package dev.plumbline.server.site.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.project.Project;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProjectHeadlineTest {

    private static final Project ACME = new Project(1, "acme", "Acme", "main", true, Instant.EPOCH);

    private static String headline(long open, long suspected, boolean missing) {
        return ProjectPage.headline(ACME, open, suspected, false, missing);
    }

    @Test
    void nothingIsWrongOnlyWhereNothingIsSuspectedAndEverythingArrived() {
        assertThat(headline(0, 0, false)).isEqualTo("Nothing is wrong");
        assertThat(headline(0, 1, false)).isEqualTo("No regression is open, but 1 suspicion waits for more runs");
        assertThat(headline(0, 0, true)).isEqualTo("No regression is open, but not everything arrived");
        assertThat(headline(0, 2, true))
                .isEqualTo("No regression is open, but 2 suspicions wait for more runs and not everything arrived");
    }

    @Test
    void whatIsOpenIsSaidFirst() {
        assertThat(headline(7, 2, true)).isEqualTo("7 open regressions");
    }
}
