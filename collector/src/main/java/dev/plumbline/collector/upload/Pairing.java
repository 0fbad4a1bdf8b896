package dev.plumbline.collector.upload;

/**
 * Whether a run was measured alternately with another.
 *
 * @param role what the run is for; empty: a measurement of its commit
 * @param pairedWith the run of the base version that it is the pair of; 0 for none
 */
public record Pairing(String role, long pairedWith) {

    /** A run that was measured by itself. */
    static final Pairing NONE = new Pairing("", 0);

    /** The base version's side. */
    public static final Pairing BASE = new Pairing("pair-base", 0);

    /** The head version's side of a pair whose base is stored as this run. */
    public static Pairing with(long base) {
        return new Pairing("", base);
    }
}
