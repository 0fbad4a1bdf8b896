package dev.plumbline.server.regression;

/**
 * What happened to a project's regressions. Announced ones are those that the detector confirmed; the others stayed suspicions.
 *
 * @param real announced, and acknowledged or expected by people, or fixed
 * @param falseAlarms announced, and marked by people as false alarms
 * @param retracted announced, and retracted by the detector without a decision to the contrary
 * @param undecided announced, and still open
 * @param suspicions never announced
 * @param suspicionsRetracted of these, retracted by the detector
 * @param suspicionsFalse of these, marked by people as false alarms
 */
public record PrecisionCounts(
        long real,
        long falseAlarms,
        long retracted,
        long undecided,
        long suspicions,
        long suspicionsRetracted,
        long suspicionsFalse) {}
