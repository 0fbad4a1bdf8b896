package dev.plumbline.analysis.format.go;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The values of one line of results: the number of iterations, then pairs of a value and its unit. */
final class GoLine {

    private static final double LARGEST = 1e150;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern COUNT = Pattern.compile("\\d{1,18}");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d{1,400}(?:\\.\\d{0,400})?(?:[eE][+-]?\\d{1,3})?|Inf)|NaN");

    private GoLine() {}

    /**
     * A value with its unit.
     *
     * @param value may be NaN or infinite
     * @param unit as Go writes it: {@code ns/op}
     */
    record Value(double value, String unit) {}

    /** What is between the blanks of a line. */
    static List<String> fields(String line) {
        String stripped = line.strip();
        return stripped.isEmpty() ? List.of() : List.of(BLANKS.split(stripped, -1));
    }

    /** Whether a field is the number of iterations. */
    static boolean isCount(String field) {
        return COUNT.matcher(field).matches();
    }

    /** Whether fields are those of a result without the name: the number of iterations, a value and its unit. */
    static boolean isResult(List<String> fields) {
        return fields.size() >= 3
                && isCount(fields.get(0))
                && NUMBER.matcher(fields.get(1)).matches()
                && !NUMBER.matcher(fields.get(2)).matches();
    }

    /**
     * The values of a result.
     *
     * @param fields from the number of iterations on
     * @param ended whether the line has an end
     * @throws DocumentException when a value or a unit is missing
     */
    static List<Value> values(List<String> fields, boolean ended, Place place) {
        List<Value> values = new ArrayList<>();
        for (int i = 1; i < fields.size(); i += 2) {
            String number = fields.get(i);
            if (!NUMBER.matcher(number).matches()) {
                throw new DocumentException(
                        ProblemCode.INVALID_FIELD,
                        "\"" + Place.printable(number)
                                + "\" stands where a value is expected, with its unit behind it; give the output as go test"
                                + " printed it",
                        place);
            }
            if (i + 1 == fields.size()) {
                throw new DocumentException(
                        ended ? ProblemCode.INVALID_FIELD : ProblemCode.TRUNCATED_DOCUMENT,
                        "the value " + Place.printable(number) + " has no unit; give the whole output of go test",
                        place);
            }
            values.add(new Value(value(number, place), fields.get(i + 1)));
        }
        return values;
    }

    private static double value(String number, Place place) {
        double value = number.endsWith("Inf")
                ? Double.parseDouble(number.replace("Inf", "Infinity"))
                : Double.parseDouble(number);
        if (Double.isFinite(value) ? Math.abs(value) > LARGEST : !number.endsWith("Inf") && !number.equals("NaN")) {
            throw new DocumentException(
                    ProblemCode.NUMBER_OUT_OF_RANGE,
                    "the value " + Place.printable(number) + " is beyond ±10¹⁵⁰; correct it",
                    place);
        }
        return value;
    }
}
