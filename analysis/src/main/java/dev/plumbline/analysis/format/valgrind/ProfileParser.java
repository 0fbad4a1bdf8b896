package dev.plumbline.analysis.format.valgrind;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Reads Callgrind's and Cachegrind's files line by line ("Callgrind Format Specification", Valgrind's manual) in constant
 * memory. The line below {@code calls=} is the inclusive cost of these calls, that below a jump has no cost; costs at the end
 * of a line that are 0 are left out. A header below costs begins another part.
 */
final class ProfileParser {

    private static final int MOST_EVENTS = 100;

    private final ProfileKind kind;
    private final ByteLines lines;
    private final ProfileSink sink;
    private ProfilePart part = new ProfilePart();
    private long[] costs = {};
    private Next next = Next.OWN;

    /** What the next line of costs is. */
    private enum Next {
        OWN,
        CALL,
        JUMP
    }

    ProfileParser(ProfileKind kind, InputStream in, ProfileSink sink) {
        this.kind = kind;
        this.lines = new ByteLines(in);
        this.sink = sink;
    }

    /**
     * Reads the whole file.
     *
     * @throws DocumentException when a line isn't one of the format
     */
    void read() throws IOException {
        while (lines.next()) {
            byte first = lines.at(0);
            if ((first >= '0' && first <= '9') || first == '+' || first == '-' || first == '*') {
                costs();
            } else if (first != 0 && first != '#') {
                named();
            }
        }
        if (next == Next.CALL) {
            throw lines.refuse(
                    ProblemCode.TRUNCATED_DOCUMENT,
                    0,
                    "the file ends before the cost of a call; upload the whole file");
        }
        finish();
    }

    private void costs() {
        if (part.events.isEmpty()) {
            throw lines.refuse(ProblemCode.MISSING_FIELD, 0, "costs come before the line events: that names them");
        }
        int at = 0;
        for (int i = 0; i < part.positions; i++) {
            at = CostLine.position(lines, at);
        }
        Next what = next;
        next = Next.OWN;
        if (what == Next.JUMP) {
            return;
        }
        CostLine.read(lines, at, costs);
        part.hasCosts = true;
        if (what == Next.CALL) {
            sink.called(part, costs);
            return;
        }
        for (int i = 0; i < costs.length; i++) {
            part.sums[i] = CostLine.sum(lines, part.sums[i], costs[i]);
        }
        sink.own(part, costs);
    }

    private void named() {
        int separator = 0;
        while (CostLine.isWord(lines.at(separator))) {
            separator++;
        }
        byte mark = lines.at(separator);
        if (mark == '=') {
            specification(lines.text(0).substring(0, separator), separator + 1);
        } else if (mark == ':') {
            header(
                    lines.text(0).substring(0, separator),
                    lines.text(separator + 1).strip(),
                    separator + 1);
        } else if (!lines.text(0).isBlank()) {
            throw unknown();
        }
    }

    private void specification(String key, int value) {
        if (next == Next.CALL) {
            throw lines.refuse(ProblemCode.MISSING_FIELD, 0, "the line below calls= isn't the cost of the calls");
        }
        switch (key) {
            case "ob" -> sink.named(ProfileSink.Name.OBJECT, lines, value);
            case "fl", "fi", "fe" -> sink.named(ProfileSink.Name.FILE, lines, value);
            case "fn" -> sink.named(ProfileSink.Name.FUNCTION, lines, value);
            case "cob" -> sink.named(ProfileSink.Name.CALLED_OBJECT, lines, value);
            case "cfi", "cfl" -> sink.named(ProfileSink.Name.CALLED_FILE, lines, value);
            case "cfn" -> sink.named(ProfileSink.Name.CALLED_FUNCTION, lines, value);
            case "calls" -> next = Next.CALL;
            case "jump", "jcnd" -> next = Next.JUMP;
            case "jfi", "jfn", "job", "frfn", "rcalls" -> {}
            default -> throw unknown();
        }
    }

    private void header(String key, String value, int at) {
        switch (key) {
            case "summary" -> part.summary = counts(at);
            case "totals" -> part.totals = counts(at);
            case "version", "creator", "cmd", "pid", "desc", "part", "thread", "positions", "event", "events" -> {
                begin(key);
                header(key, value);
            }
            default -> {}
        }
    }

    /** Begins another part if this one has costs already. */
    private void begin(String key) {
        if (part.isComplete()) {
            ProfilePart before = part;
            finish();
            part = key.equals("part") ? before.following() : new ProfilePart();
        }
    }

    private void header(String key, String value) {
        switch (key) {
            case "version" -> requireVersion(value);
            case "creator" -> part.creator = value;
            case "cmd" -> part.command = value;
            case "pid" -> part.process = value;
            case "desc" -> part.describe(value);
            case "part" -> part.number = value.matches("\\d{1,9}") ? Long.parseLong(value) : 1;
            case "thread" -> part.thread = value;
            case "positions" -> part.positions = Math.max(1, Math.min(2, value.split("\\s+").length));
            case "event" -> describeEvent(value);
            default -> name(value);
        }
    }

    private void requireVersion(String value) {
        if (!value.equals("1")) {
            throw lines.refuse(
                    ProblemCode.INVALID_FIELD,
                    0,
                    "version is " + Place.printable(value) + ", expected 1, the only version that Callgrind writes;"
                            + " export the profile in version 1");
        }
    }

    private void describeEvent(String value) {
        int colon = value.indexOf(':');
        if (colon > 0 && part.eventDescriptions.size() < MOST_EVENTS) {
            part.eventDescriptions.put(
                    value.substring(0, colon).strip(),
                    value.substring(colon + 1).strip());
        }
    }

    private void name(String value) {
        List<String> names = List.of(value.split("\\s+"));
        if (value.isEmpty() || names.size() > MOST_EVENTS) {
            throw lines.refuse(
                    value.isEmpty() ? ProblemCode.MISSING_FIELD : ProblemCode.TOO_MANY_VALUES,
                    0,
                    "events: names " + (value.isEmpty() ? "no event" : "more than " + MOST_EVENTS + " events"));
        }
        part.name(names);
        costs = new long[names.size()];
    }

    private long[] counts(int at) {
        if (part.events.isEmpty()) {
            throw lines.refuse(ProblemCode.MISSING_FIELD, 0, "counts come before the line events: that names them");
        }
        long[] counts = new long[part.events.size()];
        CostLine.read(lines, at, counts);
        return counts;
    }

    private void finish() {
        if (part.isEmpty()) {
            return;
        }
        if (part.events.isEmpty()) {
            throw new DocumentException(
                    ProblemCode.MISSING_FIELD,
                    "the file has no line events:, so no counts; upload the whole file",
                    lines.place());
        }
        if (part.compared
                || (kind == ProfileKind.CACHEGRIND
                        && Arrays.stream(part.counts()).anyMatch(count -> count < 0))) {
            throw new DocumentException(
                    ProblemCode.OTHER_DOCUMENT,
                    "this is the difference that cg_diff wrote, not a measurement; give the two files that it compared to"
                            + " plumbline compare",
                    lines.place());
        }
        sink.end(part, lines);
    }

    private DocumentException unknown() {
        return lines.refuse(
                ProblemCode.INVALID_FIELD,
                0,
                "\"" + Place.printable(lines.text(0)) + "\" isn't a line of " + kind.label()
                        + "'s format; upload the file as it was written");
    }
}
