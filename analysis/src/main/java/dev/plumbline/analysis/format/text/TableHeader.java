package dev.plumbline.analysis.format.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a table that JMH prints. What it calls a column is aligned to the right with the values below it, so
 * that a parameter ends where its name does.
 *
 * @param prefix what a build tool put before each line: {@code [info] }
 * @param params the names of the parameters
 * @param edges where each parameter ends, from the beginning of the table
 * @param modeEdge where the mode ends
 */
record TableHeader(String prefix, List<String> params, List<Integer> edges, int modeEdge) {

    private static final Pattern HEADER = Pattern.compile("^(.{0,100}?)(Benchmark +((?:\\([^()]+\\) +)*)Mode) +"
            + "(?:(?:Cnt|Samples|Count) +)?(?:Score|Mean) +(?:(?:(?:Score|Mean) )?[Ee]rror +)?Units?\\s*$");
    /** Characters of the longest line that can be a header. */
    private static final int LONGEST = 1 << 14;

    private static final Pattern PARAM = Pattern.compile("\\(([^()]+)\\)");

    TableHeader {
        params = List.copyOf(params);
        edges = List.copyOf(edges);
    }

    /** The header in a line; none if it is another line. */
    static Optional<TableHeader> of(String line) {
        Matcher header = HEADER.matcher(line);
        if (line.length() > LONGEST || !line.contains("Benchmark") || !header.matches()) {
            return Optional.empty();
        }
        List<String> params = new ArrayList<>();
        List<Integer> edges = new ArrayList<>();
        Matcher param = PARAM.matcher(header.group(3));
        while (param.find()) {
            params.add(param.group(1));
            edges.add(header.start(3) - header.end(1) + param.end());
        }
        return Optional.of(new TableHeader(header.group(1), params, edges, header.end(2) - header.end(1)));
    }

    /** Where the table begins in a line: behind what a build tool put before it. */
    int begin(String line) {
        if (prefix.isBlank() || line.length() < prefix.length()) {
            return line.startsWith(prefix) ? prefix.length() : 0;
        }
        return shape(line.substring(0, prefix.length())).equals(shape(prefix)) ? prefix.length() : 0;
    }

    /** A text with its digits alike, since a prefix may have the time. */
    private static String shape(String text) {
        return text.replaceAll("\\d", "0");
    }
}
