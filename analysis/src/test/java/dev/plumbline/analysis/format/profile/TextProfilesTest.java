package dev.plumbline.analysis.format.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.format.SampleFolder;
import dev.plumbline.analysis.profile.FrameKind;
import dev.plumbline.analysis.profile.Profile;
import dev.plumbline.analysis.profile.ProfiledEvent;
import dev.plumbline.analysis.profile.ProfiledEvent.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Collapsed stacks, and what {@code perf script} prints. */
class TextProfilesTest {

    @Test
    void readsCollapsedStacks() {
        ProfiledEvent event = ProfileReading.of("""
            [main tid=7];java/lang/Thread.run_[j];Foo.bar(int, int)_[i] 3
            [main tid=7];java/lang/Thread.run_[j] 2
            [worker 2 tid=8];std::vector<int, std::allocator<int> >::at 5
            """).events().get(0);

        assertThat(event.threads()).containsOnlyKeys("main tid=7", "worker 2 tid=8");
        assertThat(event.total().samples()).isEqualTo(10);
        assertThat(ProfileReading.cost(event, "java.lang.Thread.run")).isEqualTo("2 of 5");
        assertThat(ProfileReading.cost(event, "Foo.bar(int, int)")).isEqualTo("3 of 3");
        assertThat(ProfileReading.kind(event, "Foo.bar(int, int)")).isEqualTo(FrameKind.INLINED);
        assertThat(ProfileReading.cost(event, "std::vector<int, std::allocator<int> >::at"))
                .isEqualTo("5 of 5");
    }

    @Test
    void takesTheGreatestCommonDivisorForTheWeightOfASample() {
        ProfiledEvent event = ProfileReading.of("a;b 30303030\na;c 20202020\na 10101010\n")
                .events()
                .get(0);

        assertThat(event.total().sum()).isEqualTo(60606060);
        assertThat(event.total().samples()).isEqualTo(6);
        assertThat(event.sampling()).isEqualTo(Sampling.SAMPLED);
    }

    @Test
    void doesNotTakeBytesForSamples() {
        ProfiledEvent event =
                ProfileReading.of("a;b 123456789\na;c 2345677\n").events().get(0);

        assertThat(event.sampling()).isEqualTo(Sampling.UNKNOWN);
    }

    @Test
    void saysWhereCollapsedStacksAreBroken() {
        assertThat(ProfileReading.refusal("a;b 3\na;c\n")).hasMessageContaining("line 2");
        assertThat(ProfileReading.refusal("a;b 3 5\n")).hasMessageContaining("difference");
        assertThat(ProfileReading.refusal("# nothing\n")).hasMessageContaining("only comments");
        assertThat(ProfileReading.refusal("<html><body>")).hasMessageContaining("picture");
    }

    @Test
    void readsWhatPerfPrints() {
        Profile profile = ProfileReading.of("""
            # captured on: today
            my program 12/13 [001]  8801.193547:     250000 cpu-clock:uhH:\s
            \t          401b97 find+0x1f (/opt/my program)
            \t          401b00 core::ops::call::h0123456789abcdef+0x1 (inlined)
            \t          401a00 main+0x1f (/opt/my program (deleted))

            my program 12/13 [001]  8801.194547:     250000 cpu-clock:uhH:\s
            \tffffffff8133cb5c native_set_p4d+0x2c ([kernel.kallsyms])
            \t          401a00 main+0x1f (/opt/my program)

            java 14 8801.2: 77 cycles:\s
            \t    7f0000000000 Lcom/acme/Foo;::bar->Lcom/acme/Baz;::qux+0x4 (/tmp/perf-14.map)
            \t    7f0000000000 [unknown] (/lib/libc-2.28.so)
            """);

        assertThat(profile.events()).extracting(ProfiledEvent::name).containsExactly("cpu-clock", "cycles");
        ProfiledEvent clock = profile.events().get(0);
        assertThat(clock.unit()).isEqualTo("ns");
        assertThat(clock.threads()).containsOnlyKeys("my program 12/13");
        assertThat(ProfileReading.stacks(clock))
                .isEqualTo(Map.of("main;core::ops::call;find", 250_000L, "main;native_set_p4d", 250_000L));
        assertThat(ProfileReading.kind(clock, "native_set_p4d")).isEqualTo(FrameKind.KERNEL);
        assertThat(ProfileReading.kind(clock, "core::ops::call")).isEqualTo(FrameKind.INLINED);
        ProfiledEvent cycles = profile.events().get(1);
        assertThat(cycles.unit()).isEqualTo("cycles");
        assertThat(ProfileReading.stacks(cycles))
                .isEqualTo(Map.of("(no symbol in libc-2.28.so);com.acme.Foo.bar;com.acme.Baz.qux", 77L));
    }

    @Test
    void readsWhatPerfPrintsWithoutPeriodsAndStacks() {
        ProfiledEvent event = ProfileReading.of("cat 20491  3703.560860: task-clock:  6df9 open (/lib/ld.so)\n")
                .events()
                .get(0);

        assertThat(event.unit()).isEqualTo("samples");
        assertThat(ProfileReading.stacks(event)).isEqualTo(Map.of("open", 1L));
    }

    @Test
    void readsExactCostsOfCallgrind() {
        ProfiledEvent event = ProfileReading.of("""
            # callgrind format
            version: 1
            events: Ir
            fn=(1) main
            1 10
            cfn=(2) work
            calls=3 5
            2 90
            fn=(2)
            5 90
            totals: 100
            """).events().get(0);

        assertThat(event.name()).isEqualTo("Ir");
        assertThat(event.sampling()).isEqualTo(Sampling.EXACT);
        assertThat(ProfileReading.cost(event, "main")).isEqualTo("10 of 100");
        assertThat(ProfileReading.cost(event, "work")).isEqualTo("90 of 90");
    }

    /** What inferno folds: it puts the command in front and the library's name for frames without symbols. */
    @Test
    void foldsAsInfernoDoes() throws IOException {
        for (String name : new String[] {"java-inline", "single-event"}) {
            Map<String, Long> expected = new TreeMap<>();
            for (String line : Files.readAllLines(shared(name + "-collapsed.expected.txt"))) {
                int blank = line.lastIndexOf(' ');
                String stack = ours(line.substring(line.indexOf(';') + 1, blank));
                expected.merge(stack, Long.parseLong(line.substring(blank + 1)), Long::sum);
            }

            ProfiledEvent event = ProfileReading.file(shared(name + ".perf-script.txt"))
                    .events()
                    .get(0);

            assertThat(ProfileReading.stacks(event)).isEqualTo(expected);
        }
    }

    /** A stack of inferno in our words; code of a library without symbols is one frame here. */
    private static String ours(String stack) {
        return stack.replace("[unknown]", "(no symbol)")
                .replace("_{{closure}}", "{{closure}}")
                .replace("_[i]", "")
                .replaceAll("\\[(lib[^]]*)](;\\[\\1])*", "(no symbol in $1)")
                .replaceAll("(?<=;)L?([\\w/$]+):::", "$1.")
                .replaceAll("(?<=\\w)/(?=\\w)", ".");
    }

    private static Path shared(String name) throws IOException {
        return SampleFolder.files("perf-script").stream()
                .filter(file -> file.getFileName().toString().equals("jonhoo__inferno__" + name))
                .findFirst()
                .orElseThrow();
    }
}
