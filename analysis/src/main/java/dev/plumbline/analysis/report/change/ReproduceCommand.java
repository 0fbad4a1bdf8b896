package dev.plumbline.analysis.report.change;

import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.text.Printable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Commands that measure some benchmarks again, on one machine, for a POSIX shell. Names come from files that anybody may have
 * written: they are put in single quotes, in which nothing has a special meaning, and a name that would not survive on one line is left out.
 */
final class ReproduceCommand {

    private static final int MOST_BENCHMARKS = 10;
    private static final int LONGEST_PATTERN = 1_500;
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\.\\[\\]{}()*+?^$|]");

    private final List<VerdictRow> rows;
    private final String base;
    private final String head;
    private final int most;

    /**
     * Commands for these series.
     *
     * @param rows the most interesting first
     * @param base the commit to compare with; anything that isn't a commit is left out
     * @param head the commit that is judged
     * @param most how many benchmarks may be named, ten at most
     */
    ReproduceCommand(List<VerdictRow> rows, String base, String head, int most) {
        this.most = Math.min(MOST_BENCHMARKS, most);
        this.rows = List.copyOf(rows);
        this.base = COMMIT.matcher(base).matches() ? base : "";
        this.head = COMMIT.matcher(head).matches() ? head : "";
    }

    /** The lines of a script; none if no benchmark can be named. */
    List<String> lines() {
        Harness harness = VerdictRow.harness(rows);
        if (rows.stream().anyMatch(row -> row.series().harness() != harness)) {
            return List.of();
        }
        return harness == Harness.JMH
                ? ofJmh()
                : harness.command().map(this::inCheckouts).orElse(List.of());
    }

    /** Of a harness that builds what it measures. */
    private List<String> inCheckouts(String command) {
        return rows.isEmpty() || base.isEmpty()
                ? List.of()
                : List.of(
                        "# in a checkout of " + (head.isEmpty() ? "the head" : head),
                        "git worktree add ../base " + base,
                        "plumbline duet ../base . -- " + command);
    }

    private List<String> ofJmh() {
        Set<String> names = names();
        if (names.isEmpty()) {
            return List.of();
        }
        String pattern = quoted(names.stream()
                .map(name -> SPECIAL.matcher(name).replaceAll("\\\\$0"))
                .collect(Collectors.joining("|", "^(", ")$")));
        List<String> lines = new ArrayList<>();
        lines.add("# base.jar: the benchmarks built at " + (base.isEmpty() ? "the base" : base) + ", head.jar: at "
                + (head.isEmpty() ? "the head" : head));
        lines.add("plumbline duet base.jar head.jar " + pattern);
        lines.add("# or with JMH alone:");
        String options = parameters(names) + " -f " + forks() + (counted() ? " -prof gc" : "") + " -rf json -rff ";
        lines.add("java -jar base.jar " + pattern + options + "base.json");
        lines.add("java -jar head.jar " + pattern + options + "head.json");
        return lines;
    }

    /** The text as one word of a shell. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        int length = 0;
        for (VerdictRow row : rows) {
            String name = row.benchmark();
            if (names.size() < most && isPlain(name) && !names.contains(name)) {
                length += 2 * name.length();
                if (length > LONGEST_PATTERN) {
                    break;
                }
                names.add(name);
            }
        }
        return names;
    }

    /** The values of each parameter that the named rows have; JMH splits them at commas, so a value with a comma can't be given. */
    private String parameters(Set<String> names) {
        Map<String, Set<String>> values = new TreeMap<>();
        for (VerdictRow row : rows) {
            if (names.contains(row.benchmark())) {
                row.params()
                        .forEach((name, value) -> values.computeIfAbsent(name, first -> new LinkedHashSet<>())
                                .add(value));
            }
        }
        StringBuilder text = new StringBuilder();
        values.forEach((name, all) -> {
            if (isPlain(name) && !name.contains("=") && isGivable(all)) {
                text.append(" -p ").append(quoted(name + "=" + String.join(",", all)));
            }
        });
        return text.length() > LONGEST_PATTERN ? "" : text.toString();
    }

    private static boolean isGivable(Collection<String> values) {
        return values.stream().allMatch(value -> isPlain(value) && !value.contains(","));
    }

    /** Whether a text is the same on a line as in the file. */
    private static boolean isPlain(String text) {
        return !text.isBlank() && Printable.line(text).equals(text);
    }

    /** As many forks as would settle what is open, at least five and no more than somebody would wait for. */
    private int forks() {
        int needed =
                rows.stream().mapToInt(row -> row.verdict().remedy().forks()).reduce(0, Math::max);
        return Math.min(50, Math.max(5, needed));
    }

    private boolean counted() {
        return rows.stream().anyMatch(row -> row.metric().startsWith("gc."));
    }
}
