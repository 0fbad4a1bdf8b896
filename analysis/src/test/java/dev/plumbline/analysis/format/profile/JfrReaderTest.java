package dev.plumbline.analysis.format.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.profile.FrameKind;
import dev.plumbline.analysis.profile.FunctionWeight;
import dev.plumbline.analysis.profile.Profile;
import dev.plumbline.analysis.profile.ProfiledEvent;
import dev.plumbline.analysis.profile.difference.CostChange.Finding;
import dev.plumbline.analysis.profile.difference.DifferenceJudge;
import dev.plumbline.analysis.profile.difference.DifferenceSettings;
import dev.plumbline.analysis.profile.difference.FunctionChange;
import dev.plumbline.analysis.profile.difference.ProfileDifference;
import dev.plumbline.analysis.profile.difference.Side;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JfrReaderTest {

    private static final String NORMALIZE = ProfiledLoop.class.getName() + ".normalize";

    @TempDir
    Path folder;

    @Test
    void readsARecordingOfTheJvm() throws IOException {
        Profile profile = ProfileReading.file(ProfileReading.FIXTURES.resolve("loop-base.jfr"));

        ProfiledEvent event = profile.events().get(0);
        assertThat(profile.format()).isEqualTo("jfr");
        assertThat(event.name()).isEqualTo("jdk.ExecutionSample");
        assertThat(event.threads()).containsKey("main");
        FunctionWeight main = event.functions().get(ProfiledLoop.class.getName() + ".main");
        assertThat(main).isNotNull();
        assertThat(main.total().sum()).isGreaterThan(event.total().sum() / 2);
        assertThat(event.functions().values())
                .extracting(FunctionWeight::kind)
                .contains(FrameKind.INLINED, FrameKind.JAVA_COMPILED);
    }

    @Test
    void theDifferenceNamesWhatGotSlower() throws IOException {
        ProfileDifference difference =
                DifferenceJudge.compare(side("loop-base.jfr"), side("loop-head.jfr"), DifferenceSettings.defaults());

        // normalize does everything twelve times; part of that is in methods that it calls, which were compiled into
        // it.
        List<String> hotter = difference.functions().stream()
                .filter(function -> function.total().finding() == Finding.HOTTER)
                .map(FunctionChange::function)
                .toList();
        assertThat(hotter).contains(NORMALIZE);
        assertThat(difference.functions().get(0).self().finding()).isEqualTo(Finding.HOTTER);
        assertThat(difference.functions().get(0).function())
                .isIn(NORMALIZE, "java.lang.CharacterDataLatin1.toLowerCase", "java.lang.Character.toLowerCase");
    }

    @Test
    void nothingButStacksGetsOutOfARecording() throws IOException {
        System.setProperty("plumbline.test.secret", "hunter2-of-the-recording");
        Path file = folder.resolve("secrets.jfr");
        try (Recording recording = new Recording()) {
            for (String type :
                    List.of("InitialEnvironmentVariable", "InitialSystemProperty", "SystemProcess", "JVMInformation")) {
                recording.enable("jdk." + type);
            }
            recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
            recording.start();
            ProfiledLoop.run(1, 1_000);
            recording.stop();
            recording.dump(file);
        } finally {
            System.clearProperty("plumbline.test.secret");
        }
        String raw = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        List<String> secrets = System.getenv().values().stream()
                .filter(value -> value.length() >= 8 && raw.contains(value))
                .toList();

        String model = everything(ProfileReading.file(file));

        assertThat(secrets).isNotEmpty();
        assertThat(model).contains(ProfiledLoop.class.getName());
        assertThat(secrets).allSatisfy(secret -> assertThat(model).doesNotContain(secret));
        assertThat(model).doesNotContain("-Djava", "java.class.path");
    }

    @Test
    void refusesWhatIsCutOffOrNotARecording() throws IOException {
        byte[] whole = Files.readAllBytes(ProfileReading.FIXTURES.resolve("loop-base.jfr"));
        for (int length : new int[] {5, 40, 68, 1_000, whole.length / 2, whole.length - 1}) {
            Path cut = Files.write(folder.resolve("cut.jfr"), Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> ProfileReading.file(cut))
                    .isInstanceOf(DocumentException.class)
                    .hasMessageContaining("give the file as the JVM wrote it");
        }
    }

    @Test
    void aDamagedRecordingIsReadOrRefusedAndNothingElse() throws IOException {
        byte[] whole = Files.readAllBytes(ProfileReading.FIXTURES.resolve("loop-base.jfr"));
        for (int i = 0; i < 40; i++) {
            byte[] damaged = whole.clone();
            damaged[whole.length / 41 * (i + 1)] ^= (byte) 0x5a;
            Path file = Files.write(folder.resolve("damaged.jfr"), damaged);
            try {
                assertThat(ProfileReading.file(file).events()).isNotEmpty();
            } catch (DocumentException refused) {
                assertThat(refused.code()).isIn("truncated-document", "no-results", "too-many-values");
            }
        }
    }

    private static Side side(String fixture) throws IOException {
        return Side.of(
                ProfileReading.file(ProfileReading.FIXTURES.resolve(fixture))
                        .events()
                        .get(0),
                Double.NaN);
    }

    /** Every text of a profile. */
    private static String everything(Profile profile) {
        return profile.events().stream()
                .flatMap(event -> Stream.of(
                        event.name(),
                        event.unit(),
                        event.threads().keySet().toString(),
                        IntStream.range(0, event.frames().size())
                                .mapToObj(number -> event.frames().get(number).function())
                                .collect(Collectors.joining(" ")),
                        Map.copyOf(event.inclusive()).toString()))
                .collect(Collectors.joining("\n", "", profile.notes().toString()));
    }
}
