package dev.plumbline.collector.verdict;

import dev.plumbline.analysis.report.verdict.RunVerdicts;
import dev.plumbline.collector.json.JsonObject;

/** What waiting for verdicts brought. */
public sealed interface Judgement {

    /** The verdicts, as they are shown and as the server gave them. */
    record Judged(RunVerdicts verdicts, JsonObject json) implements Judgement {}

    /** None, and why. */
    record Missing(String reason) implements Judgement {}

    /** Nobody waited. */
    record NotAsked() implements Judgement {}
}
