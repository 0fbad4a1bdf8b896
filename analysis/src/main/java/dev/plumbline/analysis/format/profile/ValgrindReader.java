package dev.plumbline.analysis.format.profile;

import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.valgrind.CostByFunction;
import dev.plumbline.analysis.format.valgrind.ProfileKind;
import dev.plumbline.analysis.profile.Frame;
import dev.plumbline.analysis.profile.FrameKind;
import dev.plumbline.analysis.profile.IntStack;
import dev.plumbline.analysis.profile.ProfileBuilder;
import dev.plumbline.analysis.profile.ProfiledEvent.Sampling;
import dev.plumbline.analysis.profile.Weight;
import java.io.IOException;
import java.io.InputStream;

/** Reads the exact cost of each function from files of Callgrind and Cachegrind: the instructions, or the file's first event. */
final class ValgrindReader implements ProfileReader {

    private static final String NO_SYMBOL = "(no symbol";

    private final ProfileKind kind;

    ValgrindReader(ProfileKind kind) {
        this.kind = kind;
    }

    @Override
    public void read(InputStream in, ProfileBuilder profile) throws IOException {
        CostByFunction costs = CostByFunction.read(kind, in, ReadLimits.defaults());
        ProfileBuilder.Event event = profile.event(costs.event(), costs.event(), Sampling.EXACT);
        IntStack stack = new IntStack();
        costs.functions().forEach((name, cost) -> {
            Frame frame = name.startsWith(NO_SYMBOL)
                    ? new Frame(name, FrameKind.NATIVE, false)
                    : Frame.of(name, NativeNames.kind(name, ""));
            stack.clear(false);
            stack.push(profile.frame(frame));
            event.add("", stack, Weight.sample(cost.self()));
            event.inclusive(frame.function(), cost.inclusive());
        });
        profile.note("functions and their totals are exact; which function calls which isn't shown");
    }
}
