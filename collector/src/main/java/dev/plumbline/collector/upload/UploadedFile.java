package dev.plumbline.collector.upload;

import dev.plumbline.collector.verdict.Judgement;

/**
 * What happened to one file.
 *
 * @param sent whether it arrived
 * @param judgement the verdict on its run
 * @param last whether it is the last file of its run, with which the verdict is told
 */
public record UploadedFile(Sender.Sent sent, Judgement judgement, boolean last) {}
