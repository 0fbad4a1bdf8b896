package dev.plumbline.collector.verdict;

import org.jspecify.annotations.Nullable;

/**
 * What the API says about a run.
 *
 * @param status judged, failed, or anything else while it waits
 * @param url its page
 * @param summary the verdicts in numbers; null until it is judged
 */
record RunStatus(
        String status,
        String branch,
        String commit,
        String environment,
        String url,
        @Nullable VerdictSummary summary) {}
