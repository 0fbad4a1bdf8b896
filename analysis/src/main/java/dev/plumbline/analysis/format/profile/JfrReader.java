package dev.plumbline.analysis.format.profile;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.profile.Frame;
import dev.plumbline.analysis.profile.FrameKind;
import dev.plumbline.analysis.profile.IntStack;
import dev.plumbline.analysis.profile.Loss;
import dev.plumbline.analysis.profile.Profile;
import dev.plumbline.analysis.profile.ProfileBuilder;
import dev.plumbline.analysis.profile.ProfileLimits;
import dev.plumbline.analysis.profile.ProfiledEvent.Sampling;
import dev.plumbline.analysis.profile.Weight;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Reads flight recordings of the JVM and of async-profiler. Of {@link JfrEvents} it takes stack, thread and weight; everything else
 * in a recording (environment variables, system properties, command lines) is left where it is.
 */
public final class JfrReader {

    private final ProfileBuilder profile;
    private final IntStack stack = new IntStack();

    private JfrReader(ProfileLimits limits) {
        this.profile = new ProfileBuilder(limits);
    }

    /**
     * Reads a recording.
     *
     * @param recording at its beginning; its file was found sound by {@link JfrChunks}, since the JDK's reader trusts what it reads
     * @throws DocumentException when it is damaged, has no samples, or is beyond the limits
     */
    public static Profile read(RecordingFile recording, ProfileLimits limits) {
        JfrReader reader = new JfrReader(limits);
        try {
            while (recording.hasMoreEvents()) {
                reader.add(recording.readEvent());
            }
        } catch (ProfileBuilder.TooLargeException tooLarge) {
            throw ProfileFormat.tooLarge(tooLarge);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            // The JDK's reader doesn't check what it reads: a damaged recording shows in any of these.
            throw damaged(failure);
        }
        return ProfileFormat.finished(reader.profile, ProfileFormat.JFR);
    }

    /** The refusal of a recording on which the JDK's reader failed. */
    public static DocumentException damaged(Throwable failure) {
        DocumentException refusal = new DocumentException(
                ProblemCode.TRUNCATED_DOCUMENT,
                "the recording is damaged; give the file as the JVM wrote it, after it has ended",
                Place.UNKNOWN);
        refusal.initCause(failure);
        return refusal;
    }

    private void add(RecordedEvent event) {
        String type = event.getEventType().getName();
        if (type.equals(JfrEvents.LOST)) {
            event(JfrEvents.CPU_TIME).lost(new Loss(0, 0, Math.max(0, event.getInt("lostSamples"))));
            return;
        }
        Optional<JfrEvents> read = JfrEvents.of(type);
        if (read.isEmpty()) {
            return;
        }
        JfrEvents kind = read.get();
        ProfileBuilder.Event target = event(kind);
        RecordedStackTrace trace = event.getStackTrace();
        stack.clear(true);
        if (trace != null) {
            if (event.hasField("objectClass")) {
                RecordedClass allocated = event.getClass("objectClass");
                if (allocated != null) {
                    stack.push(profile.frame(Frame.of(allocated.getName(), FrameKind.OBJECT)));
                }
            }
            trace.getFrames().forEach(frame -> stack.push(profile.frame(frame(frame))));
            if (trace.isTruncated()) {
                target.lost(new Loss(1, 0, 0));
            }
        }
        long weight = Math.max(0, kind.weight(event));
        target.add(
                thread(event, kind.threadField()),
                stack,
                kind == JfrEvents.WALL_CLOCK ? Weight.samples(weight, 1) : Weight.sample(weight));
    }

    private ProfileBuilder.Event event(JfrEvents kind) {
        return profile.event(kind.type(), kind.unit(), Sampling.SAMPLED);
    }

    private static String thread(RecordedEvent event, String field) {
        RecordedThread thread = event.hasField(field) ? event.getThread(field) : null;
        if (thread == null) {
            return "";
        }
        String name = thread.getJavaName() == null || thread.getJavaName().isEmpty()
                ? thread.getOSName()
                : thread.getJavaName();
        return name == null || name.isEmpty()
                ? (thread.hasField("virtual") && thread.getBoolean("virtual") ? "virtual threads" : "")
                : name;
    }

    private static Frame frame(RecordedFrame frame) {
        RecordedMethod method = frame.getMethod();
        if (method == null) {
            return Frame.withoutSymbol("", FrameKind.UNKNOWN);
        }
        String type = method.getType() == null || method.getType().getName() == null
                ? ""
                : method.getType().getName();
        String name = method.getName() == null ? "" : method.getName();
        String symbol = type.isEmpty() ? name : type + "." + name;
        return List.of("", "[unknown]").contains(symbol)
                ? Frame.withoutSymbol("", FrameKind.UNKNOWN)
                : Frame.of(symbol, kind(frame, name));
    }

    private static FrameKind kind(RecordedFrame frame, String name) {
        return switch (String.valueOf(frame.getType())) {
            case "Interpreted" -> FrameKind.JAVA_INTERPRETED;
            case "JIT compiled", "C1 compiled" -> FrameKind.JAVA_COMPILED;
            case "Inlined" -> FrameKind.INLINED;
            case "Kernel" -> FrameKind.KERNEL;
            case "C++" -> FrameKind.CPP;
            case "Native" -> FrameKind.NATIVE;
            default -> NativeNames.kind(name, "");
        };
    }
}
