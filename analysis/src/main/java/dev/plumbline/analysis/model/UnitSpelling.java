package dev.plumbline.analysis.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What files write for a unit. */
final class UnitSpelling {

    /**
     * A symbol of a file.
     *
     * @param symbol for example {@code us/op}
     * @param factor what a value is multiplied by to be in the base unit
     */
    record Spelled(String symbol, double factor) {}

    /**
     * A length of time.
     *
     * @param seconds how many seconds it has
     * @param perSecond how many of it a second has: the reciprocal, rounded once
     * @param names what it is called: JMH's label first, then those of other tools
     */
    private record Length(double seconds, double perSecond, List<String> names) {}

    private static final List<Length> LENGTHS = List.of(
            new Length(1e-9, 1e9, List.of("ns", "nanoseconds")),
            new Length(1e-6, 1e6, List.of("us", "µs", "μs", "microseconds")),
            new Length(1e-3, 1e3, List.of("ms", "msec", "milliseconds")),
            new Length(1, 1, List.of("s", "sec", "secs", "seconds")),
            new Length(60, 1 / 60.0, List.of("min")),
            new Length(3600, 1 / 3600.0, List.of("hr")),
            new Length(86_400, 1 / 86_400.0, List.of("day")));

    /** What else a time is called behind a slash, where its length doesn't matter. */
    private static final Set<String> OTHER_TIMES = Set.of(
            "second", "minute", "minutes", "mins", "h", "hour", "hours", "hrs", "d", "days", "millisecond", "time");

    private static final Map<String, Double> LARGE = Map.of("k", 1e3, "M", 1e6, "G", 1e9, "T", 1e12);

    private UnitSpelling() {}

    /** Whether it is the word for a length of time, as in {@code rows/s}. */
    static boolean isTime(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return OTHER_TIMES.contains(small)
                || LENGTHS.stream().anyMatch(length -> length.names.contains(word) || length.names.contains(small));
    }

    /** The base unit's symbol is the only one. */
    static List<Spelled> none() {
        return List.of();
    }

    /** Other words for the base unit. */
    static List<Spelled> same(String... symbols) {
        return List.of(symbols).stream().map(symbol -> new Spelled(symbol, 1)).toList();
    }

    /** Every length of time with what it is for. */
    static List<Spelled> times(String suffix) {
        List<Spelled> spelled = new ArrayList<>();
        LENGTHS.forEach(
                length -> length.names.forEach(name -> spelled.add(new Spelled(name + suffix, length.seconds))));
        return spelled;
    }

    /** What is counted, for every length of time. */
    static List<Spelled> rates(String... counted) {
        List<Spelled> spelled = new ArrayList<>();
        for (String what : counted) {
            LENGTHS.forEach(
                    length -> length.names.forEach(name -> spelled.add(new Spelled(what + name, length.perSecond))));
        }
        return spelled;
    }

    /** The base unit behind the prefixes of the SI. */
    static List<Spelled> prefixed(String base) {
        List<Spelled> spelled = new ArrayList<>();
        LARGE.forEach((prefix, factor) -> spelled.add(new Spelled(prefix + base, factor)));
        return spelled;
    }
}
