package dev.plumbline.analysis.profile;

/**
 * What one profile may contain, so that a hostile file costs no more than a large honest one.
 *
 * @param bytes of the file, decompressed
 * @param frames different frames
 * @param nodes nodes of all trees together
 * @param depth frames of a stack; what is nearer to the root is left out, and the stack counts as truncated
 * @param samples entries of a file: lines, samples, events
 * @param threads of all events together; what is beyond is one thread
 */
public record ProfileLimits(long bytes, int frames, int nodes, int depth, long samples, int threads) {

    /** Limits that no real profile has come close to: 1 GiB, 500,000 frames, 4 million nodes, 2,048 frames a stack. */
    public static ProfileLimits defaults() {
        return new ProfileLimits(1L << 30, 500_000, 4_000_000, 2_048, 100_000_000, 2_000);
    }
}
