package dev.plumbline.analysis.format.divan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of the tree.
 *
 * @param depth how deep a part of a path is, from 0; -1 for what belongs to the part before
 * @param last whether it is the last one at its place
 * @param name the part of the path; empty for what belongs to the part before
 * @param cells fastest, slowest, median, mean, samples, iterations; empty where there is nothing
 */
record TreeRow(int depth, boolean last, String name, List<String> cells) {

    static final int MEDIAN = 2;
    static final int MEAN = 3;
    static final int COLUMNS = 6;

    private static final int INDENT = 3;
    private static final List<String> HEADINGS = List.of("fastest", "slowest", "median", "mean", "samples", "iters");
    private static final Pattern MARK = Pattern.compile("(?<indent>[│ ]{0,400})(?<mark>[├╰]─ )");
    private static final Pattern TIME = Pattern.compile("\\d[\\d.]{0,40} \\S{1,3}");
    private static final String IGNORED = "(ignored)";

    /** What the tree hangs on, if a line is the head of the table: the benchmark binary's name. */
    static Optional<String> root(String line) {
        int fastest = line.indexOf(" fastest ");
        if (fastest < 0 || line.substring(0, fastest).isBlank() || isPart(line)) {
            return Optional.empty();
        }
        List<String> headings = Arrays.stream(line.substring(fastest).split("│", COLUMNS + 1))
                .map(String::strip)
                .toList();
        return headings.equals(HEADINGS)
                ? Optional.of(line.substring(0, fastest).strip())
                : Optional.empty();
    }

    /** Whether a line is part of a tree: it begins with one of its marks. */
    static boolean isPart(String line) {
        boolean indented = line.startsWith("│") || line.startsWith("  ");
        return MARK.matcher(line).lookingAt() || (indented && line.contains("│ "));
    }

    /** The row that a line is; empty if it has fewer columns. */
    static Optional<TreeRow> of(String line) {
        int[] bars = new int[COLUMNS - 1];
        int end = line.length();
        for (int i = bars.length - 1; i >= 0; i--) {
            end = line.lastIndexOf('│', end - 1);
            if (end < 0) {
                return Optional.empty();
            }
            bars[i] = end;
        }
        String[] cells = new String[COLUMNS];
        for (int i = 1; i < COLUMNS; i++) {
            int to = i < bars.length ? bars[i] : line.length();
            cells[i] = line.substring(bars[i - 1] + 1, to).strip();
        }
        String left = line.substring(0, bars[0]).stripTrailing();
        Matcher mark = MARK.matcher(left);
        if (!mark.lookingAt()) {
            cells[0] = left.replaceFirst("^[│ ]+", "");
            return Optional.of(new TreeRow(-1, false, "", List.of(cells)));
        }
        String rest = left.substring(mark.end()).strip();
        cells[0] = first(rest, cells[1].isEmpty());
        String name = rest.substring(0, rest.length() - cells[0].length());
        return Optional.of(new TreeRow(
                mark.group("indent").length() / INDENT,
                mark.group("mark").charAt(0) == '╰',
                name.strip(),
                List.of(cells)));
    }

    /** What stands behind the name; nothing if it is a group's. */
    private static String first(String rest, boolean alone) {
        if (alone) {
            return rest.endsWith(" " + IGNORED) ? IGNORED : "";
        }
        int number = rest.lastIndexOf(' ', rest.lastIndexOf(' ') - 1) + 1;
        return number > 0 && TIME.matcher(rest.substring(number)).matches() ? rest.substring(number) : "";
    }

    /** Whether it is a benchmark with its times. */
    boolean isMeasured() {
        return depth >= 0 && !cells.get(0).isEmpty() && !isIgnored();
    }

    boolean isIgnored() {
        return cells.get(0).equals(IGNORED);
    }

    /** Whether nothing but a name is there. */
    boolean isGroup() {
        return depth >= 0 && cells.stream().allMatch(String::isEmpty);
    }
}
