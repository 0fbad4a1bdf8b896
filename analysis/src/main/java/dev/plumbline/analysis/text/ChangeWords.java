package dev.plumbline.analysis.text;

/** What a change means for people, beyond its number. */
public final class ChangeWords {

    private ChangeWords() {}

    /**
     * For example {@code slower}, {@code more allocation}, {@code less throughput}; else worse or better.
     *
     * @param unit the base unit of the series
     * @param metric the metric's name
     * @param worse whether the change is for the worse
     */
    public static String of(String unit, String metric, boolean worse) {
        if (unit.equals("s/op") || unit.equals("s")) {
            return worse ? "slower" : "faster";
        }
        if (unit.equals("ops/s")) {
            return worse ? "less throughput" : "more throughput";
        }
        if (metric.equals("gc.alloc.rate.norm")) {
            return worse ? "more allocation" : "less allocation";
        }
        return worse ? "worse" : "better";
    }
}
