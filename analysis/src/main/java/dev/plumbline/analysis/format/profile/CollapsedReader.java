package dev.plumbline.analysis.format.profile;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.text.TextLines;
import dev.plumbline.analysis.profile.Frame;
import dev.plumbline.analysis.profile.FrameKind;
import dev.plumbline.analysis.profile.IntStack;
import dev.plumbline.analysis.profile.ProfileBuilder;
import dev.plumbline.analysis.profile.ProfiledEvent.Sampling;
import dev.plumbline.analysis.profile.Weight;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads collapsed stacks: a line for each stack, its frames from the root to the leaf with {@code ;} between them, a blank and the
 * weight. Weights are multiples of what a sample weighs, their greatest common divisor (perf's period); if that makes more samples
 * than a profiler takes, they are bytes or nanoseconds, and how many samples there were isn't known.
 */
final class CollapsedReader implements ProfileReader {

    /** Three days of samples, a hundred a second, on four processors. */
    private static final long MOST_SAMPLES = 100_000_000;

    /** No program is in one and the same stack, all frames alike, so many times on average. */
    private static final long MOST_SAMPLES_OF_A_STACK = 10_000;

    private static final String EVENT = "samples";

    /** How async-profiler writes a thread. */
    private static final Pattern THREAD = Pattern.compile("\\[.{0,300} tid=\\d{1,20}]");

    private final IntStack stack = new IntStack();
    private long divisor;
    private long total;
    private long stacks;

    @Override
    public void read(InputStream in, ProfileBuilder profile) throws IOException {
        ProfileBuilder.Event event = profile.event(EVENT, "", Sampling.SAMPLED);
        TextLines lines = new TextLines(new BufferedInputStream(in, 1 << 16));
        Optional<TextLines.Line> next = lines.next();
        while (next.isPresent()) {
            TextLines.Line line = next.get();
            if (!line.text().isBlank() && line.text().charAt(0) != '#') {
                add(line, profile, event);
            }
            next = lines.next();
        }
        if (divisor > 0 && total / divisor > Math.min(MOST_SAMPLES, MOST_SAMPLES_OF_A_STACK * stacks)) {
            event.samplesUnknown();
        } else if (divisor > 1) {
            event.rescale(divisor);
        }
    }

    private void add(TextLines.Line line, ProfileBuilder profile, ProfileBuilder.Event event) {
        String text = line.text().stripTrailing();
        int blank = text.lastIndexOf(' ');
        long weight = blank < 1 ? -1 : number(text.substring(blank + 1));
        if (weight < 0 || (blank > 1 && endsWithWeight(text.substring(0, blank)))) {
            throw new DocumentException(
                    ProblemCode.INVALID_FIELD,
                    weight < 0
                            ? "the line doesn't end with a blank and a whole number; give the file as it was written"
                            : "the line has two weights, so the file is a difference; give the two files that it"
                                    + " compares",
                    new Place(line.number(), 1, 0, ""));
        }
        stack.clear(false);
        String thread = "";
        int from = 0;
        while (from < blank) {
            int end = text.indexOf(';', from);
            end = end < 0 || end > blank ? blank : end;
            String name = text.substring(from, end);
            if (from == 0 && THREAD.matcher(name).matches()) {
                thread = name.substring(1, name.length() - 1);
            } else if (!name.isBlank()) {
                stack.push(profile.frame(frame(name)));
            }
            from = end + 1;
        }
        event.add(thread, stack, Weight.samples(weight, 1));
        total = Math.max(total, total + weight);
        stacks++;
        divisor = greatestCommonDivisor(divisor, weight);
    }

    /** A file of differences has the weights of both sides; a frame that ends with a number has no {@code ;} before it. */
    private static boolean endsWithWeight(String text) {
        int blank = text.lastIndexOf(' ');
        return blank > text.lastIndexOf(';') && number(text.substring(blank + 1)) >= 0 && !text.endsWith(")");
    }

    /** The suffixes say what kind of code it is, where the profiler was asked to annotate frames. */
    static Frame frame(String name) {
        if (name.equals("[unknown]") || name.equals("[unknown_Java]") || name.startsWith("0x")) {
            return Frame.withoutSymbol("", FrameKind.UNKNOWN);
        }
        if (name.length() > 4 && name.endsWith("]") && name.startsWith("_[", name.length() - 4)) {
            String bare = name.substring(0, name.length() - 4);
            boolean code = bare.indexOf('/') >= 0 || bare.indexOf('.') < 0 || bare.indexOf('(') >= 0;
            return switch (name.charAt(name.length() - 2)) {
                case 'k' -> Frame.of(bare, code ? FrameKind.KERNEL : FrameKind.OBJECT);
                case 'i' -> Frame.of(bare, code ? FrameKind.INLINED : FrameKind.OBJECT);
                case 'j' -> Frame.of(bare, FrameKind.JAVA_COMPILED);
                case '1' -> Frame.of(bare, FrameKind.JAVA_COMPILED);
                case '0' -> Frame.of(bare, FrameKind.JAVA_INTERPRETED);
                default -> Frame.of(name, FrameKind.UNKNOWN);
            };
        }
        return Frame.of(name, NativeNames.kind(name, ""));
    }

    private static long number(String text) {
        boolean digits = !text.isEmpty() && text.length() < 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Long.parseLong(text) : -1;
    }

    private static long greatestCommonDivisor(long left, long right) {
        long a = left;
        long b = right;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }
}
