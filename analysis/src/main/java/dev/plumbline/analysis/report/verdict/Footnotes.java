package dev.plumbline.analysis.report.verdict;

import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.verdict.StatedReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What else to know about a comparison: about all its series at once if it applies to all that scatter, otherwise by number.
 */
public final class Footnotes {

    private final List<StatedReason> general = new ArrayList<>();
    private final List<StatedReason> numbered = new ArrayList<>();
    private final Glyphs glyphs;
    private final Harness harness;

    /** The notes on these rows, in JMH's words. */
    public Footnotes(List<VerdictRow> rows, Glyphs glyphs) {
        this(rows, glyphs, Harness.JMH);
    }

    /** The notes on these rows, in the words of a harness. */
    public Footnotes(List<VerdictRow> rows, Glyphs glyphs, Harness harness) {
        this.glyphs = glyphs;
        this.harness = harness;
        Map<StatedReason, Integer> counts = new LinkedHashMap<>();
        int scattering = 0;
        for (VerdictRow row : rows) {
            scattering += row.nearExact() ? 0 : 1;
            for (StatedReason reason : row.verdict().reasons()) {
                counts.merge(reason, row.nearExact() ? 0 : 1, Integer::sum);
            }
        }
        for (Map.Entry<StatedReason, Integer> reason : counts.entrySet()) {
            boolean everywhere = scattering > 0 && reason.getValue() == scattering;
            (everywhere ? general : numbered).add(reason.getKey());
        }
    }

    /** The marks after a row's verdict, with a blank in front; empty when it has none. */
    public String marks(VerdictRow row) {
        StringBuilder marks = new StringBuilder();
        for (int note = 0; note < numbered.size(); note++) {
            if (row.verdict().reasons().contains(numbered.get(note))) {
                marks.append(' ').append(glyphs.footnote(note + 1));
            }
        }
        return marks.toString();
    }

    /** What applies to all rows, or to all except the exact ones. */
    public List<String> general() {
        return general.stream().map(StatedReason::sentence).map(harness::spoken).toList();
    }

    /** What the marks stand for, in their order. */
    public List<String> numbered() {
        return numbered.stream()
                .map(StatedReason::sentence)
                .map(harness::spoken)
                .toList();
    }
}
