package dev.plumbline.analysis.format.text;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.table.TableRow;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a line below a table's header. */
final class TableLine {

    /** Characters of the longest line that can be a row. */
    private static final int LONGEST = 1 << 14;

    private static final Pattern MODE = Pattern.compile("\\s(thrpt|avgt|sample|ss)(?=\\s|$)");
    private static final Pattern TAIL = Pattern.compile("\\s{1,999}(?:(?<count>\\d{1,18})\\s{1,999})?"
            + PrintedScore.SCORE + "\\s{1,999}" + PrintedScore.UNIT + "\\s{0,999}");
    private static final Pattern NAME = Pattern.compile("[\\w$]{1,999}\\.[\\w.$]{1,999}(?::\\S{0,999})?");

    private static final String ABSENT = "N/A";

    private final TableHeader header;
    private final PrintedScore figures;

    TableLine(TableHeader header, PrintedScore figures) {
        this.header = header;
        this.figures = figures;
    }

    /**
     * The row in a line; none if something else was printed there.
     *
     * @param open whether only rows can be expected: nothing separates the line from the header
     * @throws DocumentException when it is a row that can't be read
     */
    Optional<TableRow> row(TextLines.Line line, boolean open) {
        int begin = header.begin(line.text());
        String text = line.text().substring(begin);
        if (text.isBlank() || text.length() > LONGEST) {
            return Optional.empty();
        }
        Place place = new Place(line.number(), line.column(begin), 0, "");
        Matcher mode = MODE.matcher(text);
        boolean damaged = !line.ended() && NAME.matcher(text.strip()).matches();
        while (!Character.isWhitespace(text.charAt(0)) && mode.find()) {
            damaged = true;
            Matcher tail = TAIL.matcher(text).region(mode.end(), text.length());
            if (tail.matches()) {
                return Optional.of(row(line, begin, mode, tail));
            }
        }
        if (damaged && open) {
            throw refuse(line.ended(), "this row isn't as JMH writes one", place);
        }
        return Optional.empty();
    }

    private TableRow row(TextLines.Line line, int begin, Matcher mode, Matcher tail) {
        Place place = new Place(line.number(), line.column(begin), 0, "");
        if (!line.ended() && !Unit.of(tail.group("unit")).known()) {
            throw refuse(false, "the last row ends in the middle", place);
        }
        List<String> cells = cells(line.text().substring(begin, begin + mode.start()), mode.end(), place);
        Map<String, String> params = new TreeMap<>();
        for (int i = 1; i < cells.size(); i++) {
            if (!cells.get(i).equals(ABSENT)) {
                params.put(header.params().get(i - 1), cells.get(i));
            }
        }
        int written = tail.start("score") < 0 ? tail.start("power") : tail.start("score");
        Place score = new Place(line.number(), line.column(begin + written), 0, "");
        return new TableRow(
                place,
                cells.get(0),
                params,
                Mode.ofJmh(mode.group(1)).orElseThrow(),
                0,
                tail.group("count") == null ? 1 : Long.parseLong(tail.group("count")),
                figures.score(tail, score),
                figures.error(tail, score),
                tail.group("unit"));
    }

    /** The name and the values of the parameters: by their columns, or where those don't fit, as words. */
    private List<String> cells(String head, int modeEdge, Place place) {
        if (header.params().isEmpty()) {
            return List.of(head.strip());
        }
        for (int shift : new int[] {0, modeEdge - header.modeEdge()}) {
            if (isAligned(head, shift)) {
                return aligned(head, shift);
            }
        }
        int params = header.params().size();
        List<String> words = Arrays.asList(head.strip().split("\\s+", params == 1 ? 2 : 0));
        if (words.size() != params + 1) {
            throw refuse(
                    true,
                    "the row has " + (words.size() - 1) + " values for " + params
                            + " parameters, and its columns aren't below those of the header",
                    place);
        }
        return words;
    }

    /**
     * Whether each column ends where the header says.
     *
     * @param shift by how much the row is wider than the header, since its name has a sign of another code page
     */
    private boolean isAligned(String head, int shift) {
        return header.edges().stream()
                .map(edge -> edge + shift)
                .allMatch(edge -> edge > 0
                        && (edge >= head.length() || Character.isWhitespace(head.charAt(edge)))
                        && edge <= head.length()
                        && (!Character.isWhitespace(head.charAt(edge - 1)) || isBlankBefore(head, edge)));
    }

    private static boolean isBlankBefore(String head, int edge) {
        return edge < 2 || Character.isWhitespace(head.charAt(edge - 2));
    }

    private List<String> aligned(String head, int shift) {
        List<String> cells = new ArrayList<>();
        int name = head.indexOf(' ') < 0 ? head.length() : head.indexOf(' ');
        cells.add(head.substring(0, name));
        int begin = name;
        for (int edge : header.edges()) {
            int end = Math.max(begin, edge + shift);
            cells.add(head.substring(begin, end).strip());
            begin = end;
        }
        return cells;
    }

    private static DocumentException refuse(boolean ended, String sentence, Place place) {
        return new DocumentException(
                ended ? ProblemCode.INVALID_FIELD : ProblemCode.TRUNCATED_DOCUMENT,
                sentence + "; give the whole table as JMH printed it, or the file of -rf json",
                place);
    }
}
