package dev.plumbline.collector.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeamCityTest {

    private static final String COMMIT = "ec26c3e57ca3a959ca5aad62de7213c562f8c821";

    @TempDir
    private Path folder;

    @Test
    void readsBranchAndPullRequestFromTheFilesThatTheVariableLeadsTo() throws IOException {
        Path parameters = write("parameters", """
                teamcity.build.branch=pull/12
                teamcity.pullRequest.number=12
                teamcity.pullRequest.source.branch=faster-split
                teamcity.serverUrl=https\\://teamcity.acme.example
                """);
        Path build = write(
                "build",
                "teamcity.build.id=8811\nteamcity.configuration.properties.file="
                        + parameters.toString().replace("\\", "\\\\") + "\n");

        assertThat(CiProviders.recognise(variables(build)))
                .isEqualTo(new CiBuild(
                        "teamcity",
                        COMMIT,
                        "faster-split",
                        12,
                        "https://teamcity.acme.example/build/8811",
                        "8811",
                        1,
                        "Benchmarks"));
    }

    @Test
    void hasNoNameForTheDefaultBranch() throws IOException {
        Path parameters = write("parameters", "teamcity.build.branch=<default>\n");
        Path build = write("build", "teamcity.configuration.properties.file=" + parameters + "\n");

        assertThat(CiProviders.recognise(variables(build)).branch()).isEmpty();
    }

    @Test
    void isRecognisedWithoutItsFiles() {
        CiBuild build = CiProviders.recognise(variables(folder.resolve("absent")));

        assertThat(build.commit()).isEqualTo(COMMIT);
        assertThat(build.runId()).isEqualTo("57");
        assertThat(build.branch()).isEmpty();
    }

    private static Map<String, String> variables(Path build) {
        return Map.of(
                "TEAMCITY_VERSION", "2025.07 (build 197242)",
                "TEAMCITY_BUILDCONF_NAME", "Benchmarks",
                "TEAMCITY_PROJECT_NAME", "Widgets",
                "TEAMCITY_BUILD_PROPERTIES_FILE", build.toString(),
                "BUILD_NUMBER", "57",
                "BUILD_VCS_NUMBER", COMMIT);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.ISO_8859_1);
    }
}
