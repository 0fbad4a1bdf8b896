package dev.plumbline.collector.changepoints;

/** Which way values get better, as far as it was given. */
public enum GivenDirection {
    LOWER,
    HIGHER,
    UNKNOWN
}
