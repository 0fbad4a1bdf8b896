package dev.plumbline.server.site.project;

import java.util.List;

/**
 * Regressions that nobody needs to look at now, folded.
 *
 * @param title what they are and how many: {@code 3 suspicions}
 * @param meaning what that is
 * @param lines the first of them
 * @param url the list of all of them
 * @param total how many there are
 */
public record RegressionFold(String title, String meaning, List<RegressionLine> lines, String url, long total) {

    public RegressionFold {
        lines = List.copyOf(lines);
    }

    /** Whether there are more than are shown. */
    public boolean more() {
        return total > lines.size();
    }
}
