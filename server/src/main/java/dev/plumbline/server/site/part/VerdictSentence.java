package dev.plumbline.server.site.part;

import dev.plumbline.analysis.report.verdict.BaselineRange;
import dev.plumbline.analysis.text.Change;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.Figures;
import java.util.List;

/** What a verdict found, in one sentence, in the words and numbers of its row. */
public final class VerdictSentence {

    private final ShownVerdict row;

    public VerdictSentence(ShownVerdict row) {
        this.row = row;
    }

    /** For example: Regressed: 27.0 % slower (+21.9 … +32.1 %), 1.00 µs/op → 1.27 µs/op, against 20 runs, 3f72a10b to 91bc0d2e. */
    public String text() {
        String outcome = row.outcome();
        String name = Character.toUpperCase(outcome.charAt(0)) + outcome.substring(1);
        if (row.stored().verdict().baseline().runs() == 0) {
            return name + ": there is no baseline to compare it with.";
        }
        String interval = row.interval().isEmpty() ? "" : " (" + row.interval() + ")";
        return name + ": " + change() + interval + ", " + row.baseline() + " → " + row.candidate() + ", against "
                + baseline() + ".";
    }

    /** Which runs the baseline has: {@code 20 runs, 3f72a10b to 91bc0d2e}. */
    public String baseline() {
        BaselineRange baseline = row.stored().baseline();
        String first = CommitView.abbreviated(baseline.firstCommit());
        String last = CommitView.abbreviated(baseline.lastCommit());
        String runs = Figures.count(row.stored().verdict().baseline().runs(), "run");
        if (first.isEmpty() || last.isEmpty()) {
            return runs;
        }
        return runs + (first.equals(last) ? " of " + first : ", " + first + " to " + last);
    }

    /** Why it is so, in sentences. */
    public List<String> reasons() {
        return row.remarks();
    }

    private String change() {
        Effect effect = row.stored().verdict().effect();
        if (row.words().isEmpty()) {
            return row.change().isEmpty() ? "no ratio" : row.change();
        }
        return effect.known() && !Change.isFactor(effect.ratio())
                ? Figures.magnitude(Math.abs(effect.ratio() - 1)) + " " + row.words()
                : row.change() + ", " + row.words();
    }
}
