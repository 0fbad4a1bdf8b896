package dev.plumbline.analysis.format.profile;

import dev.plumbline.analysis.format.text.TextLines;
import dev.plumbline.analysis.profile.IntStack;
import dev.plumbline.analysis.profile.Loss;
import dev.plumbline.analysis.profile.ProfileBuilder;
import dev.plumbline.analysis.profile.ProfiledEvent.Sampling;
import dev.plumbline.analysis.profile.Weight;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads what {@code perf script} prints (its manual page, "perf-script(1)"): a line with the command, the thread, the time, the
 * period and the event, then the frames, the leaf first, then an empty line. A sample weighs its period, or 1 where the fields that were
 * asked for don't have it.
 */
final class PerfScriptReader implements ProfileReader {

    private final IntStack stack = new IntStack();
    private Optional<PerfSample> open = Optional.empty();

    @Override
    public void read(InputStream in, ProfileBuilder profile) throws IOException {
        TextLines lines = new TextLines(new BufferedInputStream(in, 1 << 16));
        Optional<TextLines.Line> next = lines.next();
        while (next.isPresent()) {
            String text = next.get().text();
            boolean frame = !text.isEmpty() && Character.isWhitespace(text.charAt(0));
            if (text.isBlank()) {
                finish(profile);
            } else if (frame && open.isPresent()) {
                PerfFrame.of(text).forEach(found -> stack.push(profile.frame(found)));
            } else if (text.charAt(0) != '#') {
                finish(profile);
                begin(text, profile);
            }
            next = lines.next();
        }
        finish(profile);
    }

    private void begin(String text, ProfileBuilder profile) {
        open = PerfSample.of(text);
        stack.clear(true);
        open.ifPresent(sample -> PerfFrame.of(sample.rest()).forEach(found -> stack.push(profile.frame(found))));
    }

    private void finish(ProfileBuilder profile) {
        if (open.isEmpty()) {
            return;
        }
        PerfSample sample = open.get();
        open = Optional.empty();
        ProfileBuilder.Event event =
                profile.event(sample.event(), sample.period() > 0 ? sample.unit() : "samples", Sampling.SAMPLED);
        if (sample.isLoss()) {
            event.lost(new Loss(0, 0, 1));
        } else {
            event.add(sample.thread(), stack, Weight.sample(Math.max(1, sample.period())));
        }
    }
}
