package dev.plumbline.server.site.part;

import dev.plumbline.analysis.audit.Severity;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.audit.StoredFinding;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.site.frame.Tone;
import java.util.List;

/**
 * A reason to distrust a run.
 *
 * @param code its code
 * @param severity how bad it is, in a word
 * @param tone the tone of that
 * @param what in one sentence
 * @param where how many benchmarks it concerns
 * @param why why it matters
 * @param remedy what to do
 * @param cases the worst of the benchmarks it concerns, empty if it is the same for all
 * @param baselineUrl the run that this one differs from, empty if the reason isn't a difference
 */
public record FindingView(
        String code,
        String severity,
        Tone tone,
        String what,
        String where,
        String why,
        String remedy,
        List<Case> cases,
        String baselineUrl) {

    public FindingView {
        cases = List.copyOf(cases);
    }

    /** A benchmark and its details. */
    public record Case(String benchmark, String detail) {}

    static FindingView of(StoredFinding finding, Links links) {
        return new FindingView(
                finding.code().code(),
                finding.severity().label(),
                finding.severity() == Severity.MINOR ? Tone.NEUTRAL : Tone.WORSE,
                Printable.line(finding.what()),
                finding.where(),
                finding.code().why(),
                finding.code().remedy(),
                finding.alike()
                        ? List.of()
                        : finding.cases().stream()
                                .map(each -> new Case(each.label(), Printable.line(each.detail())))
                                .toList(),
                finding.baselineRun().map(links::run).orElse(""));
    }
}
