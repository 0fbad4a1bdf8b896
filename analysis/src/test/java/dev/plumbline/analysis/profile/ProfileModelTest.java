package dev.plumbline.analysis.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.analysis.profile.ProfiledEvent.Sampling;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileModelTest {

    private final ProfileBuilder builder = new ProfileBuilder(ProfileLimits.defaults());
    private final ProfileBuilder.Event event = builder.event("cpu", "samples", Sampling.SAMPLED);

    @Test
    void addsUpOwnCostsAndTotals() {
        add("t", 3, "main", "a", "b");
        add("t", 2, "main", "a");
        add("u", 1, "main", "c", "b");

        ProfiledEvent built = builder.build("test").events().get(0);

        assertThat(built.threads()).containsOnlyKeys("t", "u");
        assertThat(built.total().sum()).isEqualTo(6);
        assertThat(cost(built, "main")).isEqualTo("0 of 6");
        assertThat(cost(built, "a")).isEqualTo("2 of 5");
        assertThat(cost(built, "b")).isEqualTo("4 of 4");
        assertThat(cost(built, "c")).isEqualTo("0 of 1");
    }

    @Test
    void countsRecursionOnce() {
        add("t", 5, "main", "f", "g", "f", "f");
        add("t", 1, "main", "f", "g");

        ProfiledEvent built = builder.build("test").events().get(0);

        assertThat(cost(built, "f")).isEqualTo("5 of 6");
        assertThat(cost(built, "g")).isEqualTo("1 of 6");
    }

    @Test
    void mergesCodeOfALibraryWithoutSymbols() {
        IntStack stack = new IntStack();
        stack.clear(false);
        for (int i = 0; i < 5; i++) {
            stack.push(builder.frame(Frame.withoutSymbol("/lib/libc.so.6", FrameKind.NATIVE)));
        }
        event.add("t", stack, Weight.sample(7));

        ProfiledEvent built = builder.build("test").events().get(0);

        assertThat(built.tree().size()).isEqualTo(2);
        assertThat(cost(built, "(no symbol in libc.so.6)")).isEqualTo("7 of 7");
        assertThat(built.shareWithoutSymbols()).isEqualTo(1);
    }

    @Test
    void cutsWhatIsTooDeepAtTheRootAndSaysSo() {
        ProfileBuilder shallow = new ProfileBuilder(new ProfileLimits(1, 100, 100, 3, 100, 10));
        IntStack stack = new IntStack();
        stack.clear(true);
        for (String function : new String[] {"leaf", "d", "c", "b", "root"}) {
            stack.push(shallow.frame(Frame.of(function, FrameKind.NATIVE)));
        }
        shallow.event("cpu", "", Sampling.SAMPLED).add("", stack, Weight.sample(1));

        ProfiledEvent built = shallow.build("test").events().get(0);

        assertThat(built.functions()).containsOnlyKeys("c", "d", "leaf");
        assertThat(built.loss()).isEqualTo(new Loss(1, 0, 0));
    }

    @Test
    void refusesMoreFunctionsThanAllowed() {
        ProfileBuilder small = new ProfileBuilder(new ProfileLimits(1, 2, 100, 3, 100, 10));
        small.frame(Frame.of("a", FrameKind.NATIVE));
        small.frame(Frame.of("b", FrameKind.NATIVE));

        assertThatThrownBy(() -> small.frame(Frame.of("c", FrameKind.NATIVE)))
                .isInstanceOf(ProfileBuilder.TooLargeException.class)
                .hasMessageContaining("more than 2 different functions");
    }

    @Test
    void takesAMillionSamplesOfTwentyThousandFunctions() {
        int[] frames = new int[20_000];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = builder.frame(Frame.of("f" + i, FrameKind.NATIVE));
        }
        Random random = new Random(1);
        IntStack stack = new IntStack();
        for (int sample = 0; sample < 1_000_000; sample++) {
            int stackOf = random.nextInt(5_000);
            stack.clear(false);
            for (int depth = 0; depth < 40; depth++) {
                stack.push(frames[(stackOf >> Math.max(0, 12 - depth)) * 31 % 19_000 + depth]);
            }
            event.add("t", stack, Weight.sample(1));
        }

        ProfiledEvent built = builder.build("test").events().get(0);

        assertThat(built.total().samples()).isEqualTo(1_000_000);
        assertThat(built.functions().values().stream()
                        .mapToLong(function -> function.self().sum())
                        .sum())
                .isEqualTo(1_000_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "core::fmt::write::h0123456789abcdef | core::fmt::write",
                "_ZN4core3fmt5write17h0123456789abcdefE | _ZN4core3fmt5writeE",
                "gc::GcBox$LT$T$GT$::new::_$u7b$$u7b$closure$u7d$$u7d$ | gc::GcBox<T>::new::{{closure}}",
                "java/util/HashMap.put | java.util.HashMap.put",
                "lab.App$$Lambda/0x0000000071040420.run | lab.App$$Lambda.run",
                "lab/App$$Lambda.0x0000000071040420.run | lab.App$$Lambda.run",
                "lab.App$$Lambda$14/1831932724.run | lab.App$$Lambda.run",
                "com.sun.proxy.$Proxy12.call | com.sun.proxy.$Proxy.call",
                "count.isra.0.cold | count",
                "std::vector<int, std::allocator<int> >::at | std::vector<int, std::allocator<int> >::at",
            })
    void findsFunctionsOfAnotherBuildAgain(String symbol, String name) {
        assertThat(Frame.of(symbol, FrameKind.UNKNOWN).function()).isEqualTo(name);
    }

    private void add(String thread, long samples, String... functions) {
        IntStack stack = new IntStack();
        stack.clear(false);
        for (String function : functions) {
            stack.push(builder.frame(Frame.of(function, FrameKind.NATIVE)));
        }
        event.add(thread, stack, Weight.samples(samples, 1));
    }

    private static String cost(ProfiledEvent event, String function) {
        FunctionWeight weight = event.functions().get(function);
        return weight == null
                ? "none"
                : weight.self().sum() + " of " + weight.total().sum();
    }
}
