package dev.plumbline.analysis.format.criterion;

import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A figure as harnesses in Rust print it: {@code 1.352 µs}, {@code 20.625 MiB/s}, {@code 126.8 Mchar/s}, {@code 22.75 MHz}.
 *
 * @param value in the unit
 * @param unit with a factor to its base unit
 * @param counted what the unit counts in a second: {@code bytes}, {@code elements}, …; empty for a time
 */
public record ConsoleFigure(double value, Unit unit, String counted) {

    /** A figure, without groups. */
    static final String PATTERN = "\\d{1,40}(?:\\.\\d{1,40})? ?[^\\s\\d\\[\\]%]{1,12}";

    private static final Pattern FIGURE =
            Pattern.compile("(?<value>\\d{1,40}(?:\\.\\d{1,40})?) ?(?<unit>[^\\s\\d]{1,12})");
    private static final Pattern RATE =
            Pattern.compile("(?<prefix>|[kKMGTPE]i?)(?<counted>B/s|elem/s|char/s|item/s|b(?:its)?/s|Hz)");
    private static final Map<String, String> TIMES = Map.of(
            "ps", "ps", "ns", "ns", "us", "us", "\u00b5s", "us", "\u03bcs", "us", "ms", "ms", "s", "s", "m", "min", "h",
            "hr", "d", "day");
    private static final String PREFIXES = "kMGTPE";

    /** The figure that a text is; empty if it is none. */
    public static Optional<ConsoleFigure> of(String text) {
        Matcher figure = FIGURE.matcher(text);
        if (!figure.matches()) {
            return Optional.empty();
        }
        double value = Double.parseDouble(figure.group("value"));
        String symbol = figure.group("unit");
        if (symbol.equals("ps")) {
            return Optional.of(new ConsoleFigure(value / 1e3, Unit.of("ns/op"), ""));
        }
        if (TIMES.containsKey(symbol)) {
            return Optional.of(new ConsoleFigure(value, Unit.of(TIMES.get(symbol) + "/op"), ""));
        }
        Matcher rate = RATE.matcher(symbol);
        return rate.matches() ? Optional.of(rate(value, rate)) : Optional.empty();
    }

    private static ConsoleFigure rate(double value, Matcher rate) {
        double factor = factor(rate.group("prefix"));
        return switch (rate.group("counted")) {
            case "B/s" -> new ConsoleFigure(value * factor, Unit.of("B/s"), "bytes");
            case "elem/s" -> new ConsoleFigure(value * factor, Unit.of("elem/s"), "elements");
            case "char/s" -> new ConsoleFigure(value * factor, Unit.of("char/s"), "chars");
            case "item/s" -> new ConsoleFigure(value * factor, Unit.of("item/s"), "items");
            case "Hz" -> new ConsoleFigure(value * factor, Unit.of("cycles/s"), "cycles");
            default -> new ConsoleFigure(value * factor, Unit.of("bit/s"), "bits");
        };
    }

    /** What a prefix stands for: {@code K} is a thousand, {@code Ki} 1024. */
    public static double factor(String prefix) {
        if (prefix.isEmpty()) {
            return 1;
        }
        int power = PREFIXES.indexOf(prefix.charAt(0) == 'K' ? 'k' : prefix.charAt(0)) + 1;
        return Math.pow(prefix.endsWith("i") ? 1024 : 1000, power);
    }

    /** The value in the base unit. */
    public double kept() {
        return value * unit.factor();
    }

    /**
     * A measurement of one process without samples.
     *
     * @param name the metric's name; that of a rate gets what is counted
     * @param error half the width of its interval, in the base unit
     */
    public Measurement measurement(String name, double error) {
        return new Measurement(
                Metric.reported(counted.isEmpty() ? name : name + "." + counted, unit),
                kept(),
                error,
                List.of(new Fork(kept(), new double[0])));
    }
}
