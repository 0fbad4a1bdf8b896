package dev.plumbline.analysis.text;

import java.util.Arrays;
import java.util.List;

/** A series' history on one line: a character for each stretch of runs, as high as their mean. */
public final class TextSparkline {

    private static final String UNICODE = "▁▂▃▄▅▆▇█";
    private static final String ASCII = "_.,-=+*#";

    private TextSparkline() {}

    /** The line, of at most this many characters; blank where a stretch has no value. */
    public static String of(double[] means, int width, Glyphs glyphs) {
        String ramp = switch (glyphs) {
            case UNICODE -> UNICODE;
            case ASCII -> ASCII;
        };
        PlotScale scale = PlotScale.of(means, List.of());
        int characters = Math.min(width, means.length);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < characters; i++) {
            int from = (int) ((long) i * means.length / characters);
            int to = (int) ((long) (i + 1) * means.length / characters);
            double mean = Arrays.stream(means, from, to)
                    .filter(Double::isFinite)
                    .average()
                    .orElse(Double.NaN);
            if (Double.isNaN(mean)) {
                line.append(' ');
            } else {
                int step = (int) (scale.share(mean) * ramp.length());
                line.append(ramp.charAt(Math.max(0, Math.min(ramp.length() - 1, step))));
            }
        }
        return line.toString();
    }
}
