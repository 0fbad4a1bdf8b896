package dev.plumbline.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.repository.Checkout.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with the Java of this machine; only Maven and the two programs are stand-ins. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
class LauncherTest {
    @TempDir
    private Path folder = Path.of("");

    private Path home = Path.of("");

    @BeforeEach
    void makeAFolderWithBlanks() throws IOException {
        home = Files.createDirectory(folder.resolve("a folder with blanks"));
    }

    @Test
    void becomesTheProgramWithItsArgumentsAsTheyAre() throws Exception {
        Launch launch = Checkout.release(home).launch("upload", "two words", "", "*", "a'b\"c$d");

        assertThat(launch.error()).isEmpty();
        assertThat(launch.output())
                .as("the same process, so that signals reach it")
                .containsExactly(Long.toString(launch.pid()), "upload", "two words", "", "*", "a'b\"c$d");
    }

    @Test
    void runsTheServerWithItsOwnWord() throws Exception {
        assertThat(Checkout.release(home).launch("server", "--port", "0").output())
                .endsWith("serve", "--port", "0");
    }

    @Test
    void worksThroughALinkFromAnywhere() throws Exception {
        Checkout checkout = Checkout.release(home);
        Path links = Files.createDirectory(folder.resolve("links"));
        Path first = Files.createSymbolicLink(links.resolve("first"), Path.of("../a folder with blanks/plumbline"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), first);

        assertThat(checkout.launch(folder, second, "help").output()).endsWith("help");
    }

    @Test
    void buildsOnlyWhatIsMissing() throws Exception {
        Checkout checkout = Checkout.sources(home);

        Launch first = checkout.launch("upload");
        Launch second = checkout.launch("upload");

        assertThat(first.error()).startsWith("Building the collector … done in ");
        assertThat(second.error()).isEmpty();
        assertThat(checkout.mavenCalls()).singleElement().asString().contains("-pl collector -am package");
        assertThat(second.output()).endsWith("upload");
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        Checkout checkout = Checkout.sources(home);
        checkout.launch("demo");
        Files.setLastModifiedTime(
                home.resolve("charts/src/main/Source.java"),
                FileTime.from(Instant.now().plusSeconds(3_600)));

        checkout.launch("demo");

        assertThat(checkout.mavenCalls()).hasSize(2).last().asString().contains("-pl server -am package");
    }

    @Test
    void takesAJarThatMavenBuiltByItself() throws Exception {
        Checkout checkout = Checkout.sources(home);
        Files.createDirectories(home.resolve("collector/target"));
        Files.copy(home.resolve("echo.jar"), home.resolve("collector/target/plumbline.jar"));

        assertThat(checkout.launch("upload").output()).endsWith("upload");
        assertThat(checkout.mavenCalls()).isEmpty();
    }

    @Test
    void showsTheEndOfTheLogWhenTheBuildFails() throws Exception {
        Checkout checkout = Checkout.sources(home);
        checkout.maven("echo '[ERROR] Source.java:3 is not Java'; exit 1\n");

        Launch launch = checkout.launch("server");

        assertThat(launch.exitCode()).isEqualTo(4);
        assertThat(launch.error())
                .contains("Building the server … failed", "Source.java:3 is not Java", "target/build-server.log");
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        Checkout checkout = Checkout.release(home);
        Files.delete(home.resolve("plumbline.jar"));

        Launch launch = checkout.launch("upload");

        assertThat(launch.exitCode()).isEqualTo(4);
        assertThat(launch.error()).contains("plumbline.jar is missing.");
    }
}
