package dev.plumbline.analysis.format.profile;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** What a profile is, by how it begins. */
final class ProfileContent {

    private static final Pattern STACK = Pattern.compile(".{0,9999} \\d{1,19}\\s{0,9}");

    /** The line without which neither Callgrind's format nor Cachegrind's can be read. */
    private static final Pattern EVENTS = Pattern.compile("(?m)^events:");

    /** Lines that Cachegrind's format doesn't have. */
    private static final Pattern CALLGRIND =
            Pattern.compile("(?m)^(?:# callgrind format|version:|creator:|positions:|pid:|part:|ob=|calls=)");

    private ProfileContent() {}

    /**
     * The format of a file.
     *
     * @param head how it begins, at most 64 KiB
     * @throws DocumentException when it isn't a profile that is read; says what it is where that can be seen
     */
    static ProfileFormat recognise(byte[] head) {
        if (JfrChunks.isRecording(head)) {
            return ProfileFormat.JFR;
        }
        String text = new String(head, StandardCharsets.UTF_8);
        String start = text.stripLeading();
        List<String> lines = start.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .limit(3)
                .toList();
        if (lines.isEmpty()) {
            throw other("the file has only comments");
        }
        if (start.startsWith("<!DOCTYPE html") || start.startsWith("<html") || start.startsWith("<svg")) {
            throw other("this is a picture of a flame graph, which can't be read back; let the profiler write collapsed"
                    + " stacks or JFR beside it");
        }
        if (EVENTS.matcher(text).find() && !lines.get(0).startsWith("{")) {
            return CALLGRIND.matcher(text).find() ? ProfileFormat.CALLGRIND : ProfileFormat.CACHEGRIND;
        }
        if (start.startsWith("--- Execution profile ---") || start.startsWith("Started [")) {
            throw other("this is async-profiler's text for people; let it write collapsed stacks or JFR");
        }
        if (PerfSample.of(lines.get(0)).isPresent()) {
            return ProfileFormat.PERF_SCRIPT;
        }
        if (STACK.matcher(lines.get(0)).matches()) {
            return ProfileFormat.COLLAPSED;
        }
        throw other("this isn't a profile that is read: " + ProfileFormat.ids());
    }

    private static DocumentException other(String sentence) {
        return new DocumentException(ProblemCode.OTHER_DOCUMENT, sentence, new Place(1, 1, 0, ""));
    }
}
