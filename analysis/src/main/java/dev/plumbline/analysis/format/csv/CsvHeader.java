package dev.plumbline.analysis.format.csv;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which column of a table has what.
 *
 * @param columns the names of the columns, as JMH calls them, with their places from 0
 * @param params the names of the parameters with those of their columns
 * @param size how many columns there are
 */
record CsvHeader(Map<Column, Integer> columns, Map<String, Integer> params, int size) {

    /** The columns that JMH writes before the parameters. */
    enum Column {
        BENCHMARK("Benchmark", "Benchmark", true),
        MODE("Mode", "Mode", true),
        THREADS("Threads", "Threads", false),
        SAMPLES("Samples", "Samples", false),
        SCORE("Score", "Score", true),
        ERROR("Score Error (99.9%)", "Score Error( \\(99[.,]9 ?%\\))?", false),
        UNIT("Unit", "Units?", true);

        private final String label;
        private final Pattern written;
        private final boolean required;

        Column(String label, String written, boolean required) {
            this.label = label;
            this.written = Pattern.compile(written);
            this.required = required;
        }

        String label() {
            return label;
        }
    }

    private static final String PARAM = "Param: ";

    /**
     * The header of a document.
     *
     * @throws DocumentException when a column is missing, unknown or twice
     */
    static CsvHeader of(CsvRecords.Fields first) {
        Map<Column, Integer> columns = new LinkedHashMap<>();
        Map<String, Integer> params = new LinkedHashMap<>();
        for (int i = 0; i < first.size(); i++) {
            String name = first.text(i).strip();
            Integer earlier = name.startsWith(PARAM)
                    ? params.putIfAbsent(name.substring(PARAM.length()), i)
                    : columns.putIfAbsent(column(name, first.place(i)), i);
            if (earlier != null) {
                throw refuse(
                        ProblemCode.DUPLICATE_FIELD,
                        "the header has the column " + Place.printable(name) + " twice; keep one of them",
                        first.place(i));
            }
        }
        for (Column column : Column.values()) {
            if (column.required && !columns.containsKey(column)) {
                throw refuse(
                        ProblemCode.MISSING_FIELD,
                        "the header has no column " + column.label + "; JMH always writes one",
                        first.place(0));
            }
        }
        return new CsvHeader(columns, params, first.size());
    }

    private static Column column(String name, Place place) {
        for (Column column : Column.values()) {
            if (column.written.matcher(name).matches()) {
                return column;
            }
        }
        throw refuse(
                ProblemCode.INVALID_FIELD,
                "the column \"" + Place.printable(name)
                        + "\" isn't one of JMH's; remove it, or call a parameter's column \"Param: name\"",
                place);
    }

    private static DocumentException refuse(ProblemCode problem, String sentence, Place place) {
        return new DocumentException(problem, sentence, place);
    }
}
