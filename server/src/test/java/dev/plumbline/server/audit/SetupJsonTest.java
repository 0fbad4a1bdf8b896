package dev.plumbline.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.audit.RunSetup;
import dev.plumbline.analysis.model.Setup;
import java.util.List;
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
        return new Setup("1.37", "", List.of(argument), "25", "vm", "25+36", forks, 5, "1 s", 1, 5, "1 s", 1);
    }
}
