package dev.plumbline.collector.compare;

import dev.plumbline.analysis.subject.AssumedNoise;
import dev.plumbline.collector.command.UsageException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The noise that a comparison assumes where its files don't show it.
 *
 * @param said what the user says of every series; {@link AssumedNoise#NONE} for nothing
 * @param environment whose history was asked; empty for none
 * @param history what it knows, by series
 */
record NoiseAssumption(AssumedNoise said, String environment, Map<SeriesKey, AssumedNoise> history) {

    static final NoiseAssumption NONE = new NoiseAssumption(AssumedNoise.NONE, "", Map.of());

    private static final Pattern SHARE = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)\\s*(%?)");

    NoiseAssumption {
        history = Map.copyOf(history);
    }

    /**
     * The noise that an option says: {@code 3%} or {@code 0.03}.
     *
     * @throws UsageException when it isn't a share above 0 and up to 100 %
     */
    static AssumedNoise said(String option) {
        if (option.isBlank()) {
            return AssumedNoise.NONE;
        }
        Matcher share = SHARE.matcher(option.strip());
        double value = share.matches()
                ? Double.parseDouble(share.group(1)) / (share.group(2).isEmpty() ? 1 : 100)
                : 0;
        if (!(value > 0 && value <= 1)) {
            throw new UsageException(
                    "--assume-noise is '" + option
                            + "'; say by how much runs of the same code differ, as a standard deviation: 3% or 0.03, at most 100%");
        }
        return AssumedNoise.said(value);
    }

    /** The noise of a series. */
    AssumedNoise of(SeriesKey series) {
        return history.getOrDefault(series, said);
    }

    boolean isNone() {
        return !said.known() && environment.isEmpty();
    }

    /** What a reader has to know of it first; empty for nothing. */
    String sentence() {
        if (isNone()) {
            return "";
        }
        String assumed = "runs of the same code differ by " + percent(said) + " (--assume-noise)";
        if (environment.isEmpty()) {
            return "Noise is assumed and not measured: " + assumed + ".";
        }
        return "Noise is not measured but taken from the history of " + environment + ", which knows it for "
                + history.size() + " series" + (said.known() ? "; of others it is assumed: " + assumed : "") + ".";
    }

    private static String percent(AssumedNoise noise) {
        double percent = 100 * Math.expm1(noise.deviation());
        return String.valueOf(Math.round(percent * 1000) / 1000.0).replaceAll("\\.0$", "") + " %";
    }
}
