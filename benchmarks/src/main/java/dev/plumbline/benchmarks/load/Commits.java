package dev.plumbline.benchmarks.load;

import java.time.Instant;

/** A made-up line of commits, an hour apart. */
final class Commits {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final long SECONDS_APART = 3_600;

    private Commits() {}

    /** The hash of a commit by its number from 0. */
    static String hash(int number) {
        return "%040x".formatted(0xc0ffee0000000L + number);
    }

    /** When it was committed, ISO 8601. */
    static String time(int number) {
        return FIRST.plusSeconds(number * SECONDS_APART).toString();
    }
}
