package dev.plumbline.analysis.format.valgrind;

import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The processes whose parts a file has, each with the sum of its parts. */
final class Processes implements ProfileSink {

    /** How far the costs of functions may be from what the header says: it is written a few instructions later. */
    private static final double SLACK = 0.01;

    private final ProfileKind kind;
    private final ReadLimits limits;
    private final Map<List<String>, ProcessTotals> processes = new LinkedHashMap<>();

    Processes(ProfileKind kind, ReadLimits limits) {
        this.kind = kind;
        this.limits = limits;
    }

    @Override
    public void end(ProfilePart part, ByteLines line) {
        requireWhole(part, line);
        String own = part.process.isEmpty() ? "file " + processes.size() : "process " + part.process;
        List<String> key = List.of(own, part.command, part.benchmark);
        ProcessTotals process = processes.get(key);
        if (process == null) {
            if (processes.size() == limits.maxResults()) {
                throw line.refuse(
                        ProblemCode.TOO_MANY_RESULTS,
                        0,
                        "the document has more than " + limits.maxResults() + " processes; upload it in parts");
            }
            process = new ProcessTotals(kind, part, line.place());
            processes.put(key, process);
        }
        process.add(part, line);
    }

    /** Rejects a part that was cut off or changed: its functions don't cost what it says they do. */
    private void requireWhole(ProfilePart part, ByteLines line) {
        boolean atEnd = kind == ProfileKind.CACHEGRIND || part.totals.length > 0;
        long[] said = kind == ProfileKind.CACHEGRIND ? part.summary : part.totals;
        if (kind == ProfileKind.CACHEGRIND && said.length == 0) {
            throw new DocumentException(
                    ProblemCode.TRUNCATED_DOCUMENT,
                    "the file has no line summary:, with which Cachegrind ends; upload the whole file",
                    line.place());
        }
        if (atEnd && part.hasCosts && !Arrays.equals(said, part.sums)) {
            throw differs(part, line, kind == ProfileKind.CACHEGRIND ? "summary:" : "totals:", said);
        }
        if (!atEnd && part.creator.startsWith("callgrind") && part.summary.length > 0) {
            double sum = part.sums[0];
            if (Math.abs(sum - part.summary[0]) > SLACK * Math.abs(part.summary[0])) {
                throw differs(part, line, "summary:", part.summary);
            }
        }
    }

    private static DocumentException differs(ProfilePart part, ByteLines line, String where, long[] said) {
        int event = 0;
        while (event < said.length - 1 && said[event] == part.sums[event]) {
            event++;
        }
        return new DocumentException(
                ProblemCode.TRUNCATED_DOCUMENT,
                "the functions' " + Place.printable(part.events.get(event)) + " add up to " + part.sums[event]
                        + ", and " + where + " says " + said[event]
                        + ": the file was cut off or changed; upload it as it was written",
                line.place());
    }

    /** Passes on a result for each process. */
    void addTo(CheckedResults results) {
        processes.values().forEach(process -> process.addTo(results));
    }
}
