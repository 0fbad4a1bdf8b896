package dev.plumbline.analysis.format.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.format.SampleFolder;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every real file is read whole, or refused with a reason; none makes a reader fail otherwise. */
class SampleProfilesTest {

    private static final List<String> FOLDERS =
            List.of("jfr", "async-profiler", "perf-script", "callgrind", "cachegrind");

    @TestFactory
    Stream<DynamicTest> readsRealFilesWholeOrRefusesThem() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : FOLDERS) {
            files.addAll(SampleFolder.files(folder));
        }
        return files.stream().map(file -> DynamicTest.dynamicTest(file.toString(), () -> check(file)));
    }

    @Test
    void refusesOnlyWhatIsNoProfile() throws IOException {
        for (String folder : FOLDERS) {
            for (Path file : SampleFolder.files(folder)) {
                String name = file.getFileName().toString();
                boolean profile =
                        name.endsWith(".jfr") || name.endsWith(".collapsed") || name.endsWith(".perf-script.txt");
                if (profile) {
                    assertThat(ProfileReading.file(file).events()).as(name).isNotEmpty();
                }
            }
        }
    }

    private static void check(Path file) throws IOException {
        try {
            Profile profile = ProfileReading.file(file);
            assertThat(profile.events()).isNotEmpty();
            assertThat(profile.events().get(0).functions()).isNotEmpty();
        } catch (DocumentException refusal) {
            assertThat(refusal.getMessage()).containsAnyOf(";", ":");
            assertThat(refusal.code())
                    .isIn("other-document", "empty-document", "not-utf-8", "invalid-field", "no-results");
        }
    }
}
