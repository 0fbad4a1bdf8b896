package dev.plumbline.analysis.report;

/** What a piece of text means, for whoever colours it. */
public enum Tone {
    WORSE,
    BETTER,
    CAUTION,
    STRONG,
    MUTED
}
