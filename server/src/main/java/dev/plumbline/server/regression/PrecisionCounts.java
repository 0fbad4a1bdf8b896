package dev.plumbline.server.regression;

/**
 * What became of a project's regressions. Announced ones are those that the detector confirmed; the others stayed suspicions.
 *
 * @param real announced, and acknowledged or expected by people, or fixed
 * @param falseAlarms announced, and false alarms as people say
 * @param retracted announced, and taken back by the detector without a decision that says otherwise
 * @param undecided announced, and open still
 * @param suspicions never announced
 * @param suspicionsRetracted of these, taken back by the detector
 * @param suspicionsFalse of these, false alarms as people say
 */
public record PrecisionCounts(
        long real,
        long falseAlarms,
        long retracted,
        long undecided,
        long suspicions,
        long suspicionsRetracted,
        long suspicionsFalse) {}
