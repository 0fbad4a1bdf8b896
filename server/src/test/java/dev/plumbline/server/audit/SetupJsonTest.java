package dev.plumbline.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.audit.RunSetup;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Setup;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SetupJsonTest {

    @Test
    void readsWhatItWrote() {
        RunSetup.Gathering gathering = new RunSetup.Gathering();
        gathering.add("0123456789abcdef", setup("-Xmx1g", 3));
        gathering.add("fedcba9876543210", setup("-Dtext=\"{[,\\u00e9😀", 5));

        RunSetup setup = gathering.setup();

        assertThat(SetupJson.read(SetupJson.write(setup))).isEqualTo(setup);
        assertThat(setup.of("fedcba9876543210").orElseThrow().forks()).isEqualTo(5);
        assertThat(setup.of("not among the others").orElseThrow().forks()).isEqualTo(3);
    }

    @Test
    void keepsWhatOtherHarnessesRecord() {
        RunSetup.Gathering gathering = new RunSetup.Gathering();
        gathering.add("0123456789abcdef", Setup.of(Harness.GOOGLE_BENCHMARK, "1.9.1", Map.of("build", "debug")));

        RunSetup setup = gathering.setup();

        assertThat(SetupJson.read(SetupJson.write(setup))).isEqualTo(setup);
    }

    @Test
    void rowsOfTheTimeBeforeThereWereOtherHarnessesAreOfJmh() {
        RunSetup setup = SetupJson.read("""
                {"setups": [{"jmhVersion": "1.36", "jvmArgs": [], "jdkVersion": "21", "vmName": "vm", "vmVersion": "21+35",
                  "forks": 3, "warmupIterations": 5, "warmupTime": "1 s", "warmupBatchSize": 1, "measurementIterations": 5,
                  "measurementTime": "1 s", "measurementBatchSize": 1}], "others": {}}
                """);

        assertThat(setup.setups().get(0).harness()).isEqualTo(Harness.JMH);
        assertThat(setup.setups().get(0).harnessVersion()).isEqualTo("1.36");
        assertThat(setup.setups().get(0).settings()).isEmpty();
    }

    @Test
    void aHostileNumberOfSetupsIsBounded() {
        RunSetup.Gathering gathering = new RunSetup.Gathering();
        for (int i = 0; i < 1_000; i++) {
            gathering.add("key" + i, setup("-Dx=" + i + "x".repeat(60_000), i));
        }
        RunSetup setup = gathering.setup();

        assertThat(setup.setups()).hasSize(200);
        assertThat(SetupJson.write(setup)).hasSizeLessThan(200 * 10_000);
        assertThat(setup.of("key199")).isPresent();
        assertThat(setup.of("key500")).isEmpty();
    }

    private static Setup setup(String argument, int forks) {
        return new Setup(
                Harness.JMH,
                "1.37",
                "",
                List.of(argument),
                "25",
                "vm",
                "25+36",
                forks,
                5,
                "1 s",
                1,
                5,
                "1 s",
                1,
                Collections.emptySortedMap());
    }
}
