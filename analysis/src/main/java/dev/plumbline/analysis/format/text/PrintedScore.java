package dev.plumbline.analysis.format.text;

import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.table.Decimals;
import dev.plumbline.analysis.format.table.TableNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How JMH prints a score with its error: {@code 12.345 ± 0.678}, {@code ≈ 10⁻³}, {@code NaN}, in any code page. */
final class PrintedScore {

    /** What stands for a sign that isn't in ASCII. */
    private static final String SIGN = "[^\\s\\d.,:]{1,3}";

    private static final String DIGITS =
            "[+-]?\\d{1,400}(?:[.,]\\d{1,400})?(?:[eE][+-]?\\d{1,3})?|NaN|-?Infinity|-?\u221e|N/A|\u2014";

    /** A score, by its groups {@code score}, {@code power} and {@code error}. */
    static final String SCORE =
            "(?:(?<score>" + DIGITS + ")(?:\\s{1,999}(?:" + SIGN + "(?:\\(99[.,]9 ?%\\))?\\s{0,999})?(?<error>" + DIGITS
                    + "|-|---))?|" + SIGN + "\\s{1,9}(?<power>0|10\\S{0,12}))";

    /** A unit, which no number is, by its group {@code unit}. */
    static final String UNIT = "(?<unit>[^\\s\\d.,+\\-?±\uFFFD]\\S{0,9999}|---)";

    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
    private static final Pattern POWER = Pattern.compile("10(\u207b?)([" + SUPERSCRIPTS + "]{1,3})");

    private final Decimals decimals = new Decimals();

    /** The score of a match. */
    TableNumber score(Matcher match, Place place) {
        return match.group("power") != null
                ? TableNumber.magnitude(power(match.group("power")))
                : decimals.number(match.group("score"), "Score", place);
    }

    /** The error of a match. */
    TableNumber error(Matcher match, Place place) {
        return match.group("error") == null ? TableNumber.NONE : decimals.number(match.group("error"), "Error", place);
    }

    /** The power of ten; NaN when its digits were lost in another code page. */
    private static double power(String text) {
        if (text.equals("0")) {
            return 0;
        }
        Matcher power = POWER.matcher(text);
        if (!power.matches()) {
            return Double.NaN;
        }
        int exponent = 0;
        for (char digit : power.group(2).toCharArray()) {
            exponent = 10 * exponent + SUPERSCRIPTS.indexOf(digit);
        }
        return Math.pow(10, power.group(1).isEmpty() ? exponent : -exponent);
    }
}
