package dev.plumbline.server.report;

import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.verdict.Method;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Reason;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeMap;

/** Stored verdicts as the rows that reports are made of. */
public final class VerdictRows {

    private VerdictRows() {}

    /** One row. */
    public static VerdictRow of(RunDetails.Verdict verdict) {
        return new VerdictRow(
                Outcome.valueOf(verdict.outcome().toUpperCase(Locale.ROOT)),
                verdict.series().benchmark(),
                new TreeMap<>(verdict.series().params()),
                verdict.series().mode(),
                verdict.series().threads(),
                verdict.series().metric(),
                verdict.series().unit(),
                verdict.candidate(),
                verdict.candidateForks(),
                verdict.baseline(),
                verdict.baselineForks(),
                verdict.ratio(),
                verdict.ratioLow(),
                verdict.ratioHigh(),
                verdict.adjustedPValue(),
                verdict.method().equals(Method.NEAR_EXACT.label()),
                verdict.smallestDetectableChange(),
                verdict.forksNeeded(),
                verdict.reasons().stream().map(VerdictRows::sentence).toList());
    }

    private static String sentence(String code) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .map(Reason::sentence)
                .orElse(code);
    }
}
