package dev.plumbline.collector;

/**
 * What became of one file.
 *
 * @param sent whether it arrived
 * @param judgement what was found of its run
 */
record FileReport(Sender.Sent sent, Judgement judgement) {}
