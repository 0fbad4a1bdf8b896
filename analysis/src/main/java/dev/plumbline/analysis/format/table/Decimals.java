package dev.plumbline.analysis.format.table;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of one document. JMH writes them as the language of its JVM does, with a point or a comma before the
 * decimals and never with digits in groups; one document has one of the two.
 */
public final class Decimals {

    /** The largest value that is read, as in JSON. */
    private static final double LARGEST = 1e150;

    private static final Pattern NUMBER =
            Pattern.compile("([+-]?\\d{1,400})(?:([.,])(\\d{1,400}))?([eE][+-]?\\d{1,3})?");
    private static final Set<String> NONE =
            Set.of("", "NaN", "N/A", "-", "--", "---", "\u2014", "\u2013", "null", "\uFFFD", "nan");

    private char separator;
    private int line;

    /**
     * The number that a text is.
     *
     * @param what its name in messages: {@code Score}
     * @throws DocumentException when it is none
     */
    public TableNumber number(String text, String what, Place place) {
        String digits = text.strip();
        if (NONE.contains(digits)) {
            return TableNumber.NONE;
        }
        if (digits.equals("Infinity") || digits.equals("\u221e")) {
            return TableNumber.of(Double.POSITIVE_INFINITY, -1);
        }
        if (digits.equals("-Infinity") || digits.equals("-\u221e")) {
            return TableNumber.of(Double.NEGATIVE_INFINITY, -1);
        }
        Matcher number = NUMBER.matcher(digits);
        if (!number.matches()) {
            throw new DocumentException(
                    ProblemCode.INVALID_FIELD,
                    what + " is \"" + Place.printable(digits)
                            + "\", expected a number such as 12.345, without digits in groups",
                    place);
        }
        String fraction = number.group(3) == null ? "" : number.group(3);
        if (number.group(2) != null) {
            require(number.group(2).charAt(0), place);
        }
        String exponent = number.group(4) == null ? "" : number.group(4);
        double value = Double.parseDouble(number.group(1) + "." + fraction + "0" + exponent);
        if (Math.abs(value) > LARGEST) {
            throw new DocumentException(ProblemCode.NUMBER_OUT_OF_RANGE, what + " is beyond ±10¹⁵⁰; correct it", place);
        }
        int power =
                exponent.isEmpty() ? 0 : Integer.parseInt(exponent.substring(1).replace("+", ""));
        return TableNumber.of(value, exponent.isEmpty() ? fraction.length() : Math.max(0, fraction.length() - power));
    }

    private void require(char found, Place place) {
        if (separator == 0) {
            separator = found;
            line = place.line();
        } else if (separator != found) {
            throw new DocumentException(
                    ProblemCode.INVALID_FIELD,
                    "a number has a '" + found + "', those from line " + line + " on have a '" + separator
                            + "', so it isn't clear where decimals begin; give each file on its own, as JMH wrote it",
                    place);
        }
    }
}
