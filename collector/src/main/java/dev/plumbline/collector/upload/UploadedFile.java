package dev.plumbline.collector.upload;

import dev.plumbline.collector.verdict.Judgement;

/**
 * What happened to one file.
 *
 * @param sent whether it arrived
 * @param judgement the verdict on its run
 */
public record UploadedFile(Sender.Sent sent, Judgement judgement) {}
