package dev.plumbline.analysis.format.text;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.table.MeasuredForks;
import dev.plumbline.analysis.format.table.TableRow;
import dev.plumbline.analysis.model.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What JMH prints while it measures, as far as it says which forks there were and what their iterations took. */
final class JmhLog {

    private static final Pattern LINE = Pattern.compile(
            "^.{0,100}?(?:(?<warmup># Warmup )?\\bIteration {1,9}\\d{1,9}:|# (?<field>JMH\\b|Run complete\\b"
                    + "|(?:VM version|VM invoker|VM options|Warmup Fork|Warmup|Measurement|Threads|Benchmark mode|Benchmark"
                    + "|Parameters|Fork)(?=:)):?) ?(?<rest>.*)$");
    private static final Pattern VALUE =
            Pattern.compile("\\s{0,99}" + PrintedScore.SCORE + "\\s{1,9}" + PrintedScore.UNIT + "\\s{0,999}");
    private static final Pattern SECONDARY =
            Pattern.compile("^.{0,100}?\\s{4,99}(?<label>\\S(?:[^:]|:(?! )){0,999}):\\s{1,999}" + PrintedScore.SCORE
                    + "\\s{1,9}" + PrintedScore.UNIT + "\\s{0,999}$");
    /** Characters of the longest line that matters. */
    private static final int LONGEST = 1 << 13;

    /** Characters of the longest line with a secondary metric. */
    private static final int LONGEST_METRIC = 512;

    private static final Pattern FORK = Pattern.compile("(\\d{1,9}) of (\\d{1,9})\\s*");

    private final ReadLimits limits;
    private final PrintedScore figures = new PrintedScore();
    private final List<LogBlock> blocks = new ArrayList<>();
    private LogSetup setup = new LogSetup();
    private boolean measuring;
    private boolean expected;
    private int values;

    JmhLog(ReadLimits limits) {
        this.limits = limits;
    }

    /** Reads a line above the table. */
    void read(TextLines.Line line) {
        if (line.text().length() > LONGEST) {
            return;
        }
        Matcher known = LINE.matcher(line.text());
        if (!known.matches()) {
            continueIteration(line);
            return;
        }
        String rest = known.group("rest");
        if (known.group("field") == null) {
            iteration(line, known.group("warmup") != null, rest);
        } else {
            endIteration();
            field(line, known.group("field"), rest);
        }
    }

    private void field(TextLines.Line line, String field, String rest) {
        switch (field) {
            case "Benchmark" -> {
                require(blocks.size() < limits.maxResults(), "results", limits.maxResults(), line);
                blocks.add(setup.block(rest.strip()));
                setup = new LogSetup();
                measuring = false;
                values = 0;
            }
            case "Parameters" -> newest().ifPresent(block -> block.params(withoutParentheses(rest.strip())));
            case "Fork" -> newest().ifPresent(block -> beginFork(block, rest.strip()));
            case "Warmup Fork", "Run complete" -> measuring = false;
            default -> {
                boolean ofNewest = field.startsWith("VM ")
                        && newest().filter(LogBlock::isNew).isPresent();
                if (!ofNewest) {
                    setup.read(field, rest.strip());
                }
            }
        }
    }

    private void beginFork(LogBlock block, String rest) {
        Matcher fork = FORK.matcher(rest);
        block.beginFork(fork.matches() ? Integer.parseInt(fork.group(2)) : 0);
        measuring = true;
    }

    private void iteration(TextLines.Line line, boolean warmup, String rest) {
        endIteration();
        if (warmup || !measuring) {
            return;
        }
        Matcher value = VALUE.matcher(rest);
        if (value.matches()) {
            add("", value, line);
        }
        expected = true;
        if (!value.matches()) {
            newest().ifPresent(LogBlock::unreadable);
        }
    }

    private void continueIteration(TextLines.Line line) {
        if (!expected || line.text().isBlank()) {
            return;
        }
        Matcher secondary = SECONDARY.matcher(line.text());
        if (line.text().length() <= LONGEST_METRIC && secondary.matches()) {
            add(secondary.group("label"), secondary, line);
        } else {
            expected = false;
        }
    }

    private void endIteration() {
        expected = false;
    }

    private void add(String label, Matcher value, TextLines.Line line) {
        values++;
        require(values <= limits.maxValues(), "values", limits.maxValues(), line);
        Place place = new Place(line.number(), 1, 0, "");
        newest().ifPresent(block ->
                block.add(label, new LogBlock.Value(figures.score(value, place), value.group("unit"))));
    }

    private Optional<LogBlock> newest() {
        return blocks.isEmpty() ? Optional.empty() : Optional.of(blocks.get(blocks.size() - 1));
    }

    private static String withoutParentheses(String text) {
        return text.startsWith("(") && text.endsWith(")") ? text.substring(1, text.length() - 1) : text;
    }

    private static void require(boolean held, String what, int most, TextLines.Line line) {
        if (!held) {
            throw new DocumentException(
                    ProblemCode.TOO_MANY_VALUES,
                    "the log has more than " + most + " " + what + "; upload it in parts",
                    new Place(line.number(), 1, 0, ""));
        }
    }

    /** What the log says about the benchmark of a row and of the rows below it. */
    MeasuredForks of(List<TableRow> rows) {
        TableRow primary = rows.get(0);
        List<LogBlock> same = blocks.stream()
                .filter(block -> block.isOf(primary.benchmark(), primary.params(), primary.mode()))
                .toList();
        if (same.size() != 1) {
            return MeasuredForks.NONE;
        }
        LogBlock block = same.get(0);
        return new MeasuredForks(
                block.benchmark(),
                block.threads(),
                block.setup(),
                block.complete() ? LogForks.of(block, rows, primary.mode() == Mode.SAMPLE_TIME) : Map.of());
    }
}
