package dev.plumbline.collector.verdict;

/**
 * How far the server is with a run.
 *
 * @param status judged, failed, or anything else while it waits
 */
record RunStatus(String status) {}
