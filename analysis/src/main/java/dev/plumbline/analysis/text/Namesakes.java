package dev.plumbline.analysis.text;

import java.util.ArrayList;
import java.util.List;

/**
 * What tells a benchmark apart from those that have the same class, method and parameters: the one rule for tables, comments, pages,
 * mail and feeds.
 *
 * @param modes whether they were measured in more than one mode
 * @param threads whether they ran in different numbers of threads
 */
public record Namesakes(boolean modes, boolean threads) {

    /** There are no others. */
    public static final Namesakes NONE = new Namesakes(false, false);

    /**
     * The parts that are said after name and parameters: the mode only if it tells them apart, several threads always.
     *
     * @param mode JMH's short label of the mode
     * @param count the number of threads
     */
    public List<String> parts(String mode, int count) {
        List<String> parts = new ArrayList<>();
        if (modes) {
            parts.add("[" + mode + "]");
        }
        if (count > 1 || threads) {
            parts.add(count == 1 ? "1 thread" : count + " threads");
        }
        return parts;
    }

    /** The same as text, each part with a blank in front: {@code  [avgt] 4 threads}. */
    public String text(String mode, int count) {
        StringBuilder text = new StringBuilder();
        parts(mode, count).forEach(part -> text.append(' ').append(part));
        return text.toString();
    }
}
