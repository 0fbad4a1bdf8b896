package dev.plumbline.analysis.report.change;

/**
 * A run that a report is based on.
 *
 * @param run its number
 * @param url the absolute address of its page
 */
public record RunLink(long run, String url) {}
