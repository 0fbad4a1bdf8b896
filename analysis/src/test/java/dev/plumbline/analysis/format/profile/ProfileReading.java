package dev.plumbline.analysis.format.profile;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.profile.CallTree;
import dev.plumbline.analysis.profile.FrameKind;
import dev.plumbline.analysis.profile.FunctionWeight;
import dev.plumbline.analysis.profile.Profile;
import dev.plumbline.analysis.profile.ProfileLimits;
import dev.plumbline.analysis.profile.ProfiledEvent;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordingFile;

/** Reads profiles in tests. */
final class ProfileReading {

    static final Path FIXTURES = Path.of("src", "test", "resources", "profiles");

    private ProfileReading() {}

    /** The profile of a text. */
    static Profile of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The profile of a file's content, which isn't a recording. */
    static Profile of(byte[] content) {
        try {
            return ProfileFormat.read(new ByteArrayInputStream(content), ProfileLimits.defaults());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The profile of a file, as the command line reads it. */
    static Profile file(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(4);
            boolean recording = JfrChunks.isRecording(in.readNBytes(4));
            in.reset();
            if (!recording) {
                return ProfileFormat.read(in, ProfileLimits.defaults());
            }
            JfrChunks.check(in);
        }
        try (RecordingFile recording = new RecordingFile(file)) {
            return JfrReader.read(recording, ProfileLimits.defaults());
        } catch (DocumentException refused) {
            throw refused;
        } catch (IOException | RuntimeException damaged) {
            throw JfrReader.damaged(damaged);
        }
    }

    /** Why a text is refused. */
    static DocumentException refusal(String text) {
        return catchThrowableOfType(DocumentException.class, () -> of(text));
    }

    /** Own weight and total of a function. */
    static String cost(ProfiledEvent event, String function) {
        FunctionWeight weight = event.functions().get(function);
        return weight == null
                ? "none"
                : weight.self().sum() + " of " + weight.total().sum();
    }

    /** What kind of code a function is. */
    static FrameKind kind(ProfiledEvent event, String function) {
        FunctionWeight weight = event.functions().get(function);
        return weight == null ? FrameKind.UNKNOWN : weight.kind();
    }

    /** The stacks as collapsed lines without threads, with their weights. */
    static Map<String, Long> stacks(ProfiledEvent event) {
        CallTree tree = event.tree();
        Map<String, Long> stacks = new TreeMap<>();
        for (int node = 1; node < tree.size(); node++) {
            if (tree.self(node).samples() > 0) {
                StringBuilder stack = new StringBuilder();
                for (int at = node; at > 0; at = tree.parent(at)) {
                    stack.insert(
                            0,
                            (tree.parent(at) > 0 ? ";" : "")
                                    + event.frames().get(tree.frame(at)).function());
                }
                stacks.merge(stack.toString(), tree.self(node).sum(), Long::sum);
            }
        }
        return stacks;
    }
}
