package dev.plumbline.collector.verdict;

/**
 * How far the server has judged a run.
 *
 * @param status judged, failed, or anything else while it is waiting
 */
record JudgingStatus(String status) {}
