package dev.plumbline.collector.client;

import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * Time and randomness, provided from outside.
 *
 * @param clock tells the time
 * @param sleeper lets time pass
 * @param random the source of jitter
 */
public record Timing(Clock clock, Sleeper sleeper, RandomGenerator random) {}
