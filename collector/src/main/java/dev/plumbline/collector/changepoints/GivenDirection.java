package dev.plumbline.collector.changepoints;

/** Which way values get better, as far as somebody said so. */
public enum GivenDirection {
    LOWER,
    HIGHER,
    UNKNOWN
}
