package dev.plumbline.collector.upload;

import dev.plumbline.collector.verdict.Judgement;

/**
 * What became of one file.
 *
 * @param sent whether it arrived
 * @param judgement what was found of its run
 */
public record UploadedFile(Sender.Sent sent, Judgement judgement) {}
