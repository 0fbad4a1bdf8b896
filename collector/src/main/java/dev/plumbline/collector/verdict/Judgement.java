package dev.plumbline.collector.verdict;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.analysis.report.verdict.RunVerdicts;

/** The result of waiting for verdicts. */
public sealed interface Judgement {

    /** The verdicts, as they are shown and as the server gave them. */
    record Judged(RunVerdicts verdicts, ObjectNode json) implements Judgement {}

    /** None, and why. */
    record Missing(String reason) implements Judgement {}

    /** The user didn't wait. */
    record NotAsked() implements Judgement {}
}
