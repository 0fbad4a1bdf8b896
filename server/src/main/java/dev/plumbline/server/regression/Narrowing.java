package dev.plumbline.server.regression;

import dev.plumbline.server.history.CommitLabel;
import dev.plumbline.server.history.MovedSeries;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;

/**
 * How to find out which commit of a regression's range caused it. Pure.
 *
 * @param good the last commit that was measured before
 * @param bad the first that was measured at the new level
 * @param candidates the commits between the two, oldest first; the culprit is one of these or {@code bad}
 * @param measureNext which of them to measure, in the order of a bisection: the first halves the range, the next two its halves, …
 * @param builds how many of them have to be built and measured at most
 * @param complete whether the log is known throughout the range; otherwise it may contain further commits
 * @param bisect the command that does it
 * @param step the command that measures one of them against {@code good}, once both are built
 */
public record Narrowing(
        String good,
        String bad,
        List<CommitLabel> candidates,
        List<String> measureNext,
        int builds,
        boolean complete,
        String bisect,
        String step) {

    /** How many commits are proposed; once these are measured, few are left. */
    private static final int PROPOSED = 7;

    /** How many benchmarks a pattern names; any of them shows the shift. */
    private static final int NAMED = 5;

    public Narrowing {
        candidates = List.copyOf(candidates);
        measureNext = List.copyOf(measureNext);
    }

    /** How to narrow the range of a regression. */
    public static Narrowing of(RegressionDetails details) {
        List<CommitLabel> commits = details.commits().stream()
                .map(RegressionDetails.RangeCommit::commit)
                .toList();
        List<CommitLabel> between = commits.size() < 2 ? List.of() : commits.subList(1, commits.size() - 1);
        String good = details.change().previousSha();
        String bad = details.change().commit().sha();
        String pattern = pattern(details.change().series());
        return new Narrowing(
                good,
                bad,
                between,
                order(between),
                Integer.SIZE - Integer.numberOfLeadingZeros(between.size()),
                details.complete(),
                "plumbline bisect --good " + word(good) + " --bad " + word(bad)
                        + " --build './mvnw -q -DskipTests package' --jar target/benchmarks.jar"
                        + (pattern.isEmpty() ? "" : " --pattern '" + pattern + "'"),
                "plumbline duet good.jar step.jar" + (pattern.isEmpty() ? "" : " '" + pattern + "'"));
    }

    /** The middle first, then the middles of its halves. */
    private static List<String> order(List<CommitLabel> commits) {
        List<String> order = new ArrayList<>();
        Queue<List<CommitLabel>> parts = new ArrayDeque<>(List.of(commits));
        while (!parts.isEmpty() && order.size() < PROPOSED) {
            List<CommitLabel> part = parts.remove();
            if (!part.isEmpty()) {
                int middle = part.size() / 2;
                order.add(part.get(middle).sha());
                parts.add(part.subList(0, middle));
                parts.add(part.subList(middle + 1, part.size()));
            }
        }
        return order;
    }

    /** A regular expression of the benchmarks that moved; empty for the whole suite. */
    private static String pattern(List<MovedSeries> moved) {
        List<String> names = moved.stream()
                .map(one -> one.series().benchmark())
                .distinct()
                .limit(NAMED)
                .map(name -> "^" + quoted(name) + "$")
                .toList();
        return String.join("|", names);
    }

    /** A name as a regular expression that is safe in a shell between single quotes, whatever a benchmark is called. */
    private static String quoted(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point) || point == '_') {
                text.appendCodePoint(point);
            } else if (point == '.' || point == '$') {
                text.append('\\').appendCodePoint(point);
            } else {
                text.append('.');
            }
        });
        return text.toString();
    }

    private static String word(String sha) {
        return sha.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-z]", "");
    }
}
