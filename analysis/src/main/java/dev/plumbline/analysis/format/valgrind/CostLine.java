package dev.plumbline.analysis.format.valgrind;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import java.util.Arrays;

/** The numbers of a line. */
final class CostLine {

    private CostLine() {}

    /** Whether a byte is one of a keyword. */
    static boolean isWord(byte character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    /** The end of the position that begins here. */
    static int position(ByteLines line, int from) {
        int at = skipBlanks(line, from);
        int end = at;
        while (isToken(line.at(end))) {
            byte character = line.at(end);
            boolean digit = hex(character) >= 0 || character == 'x';
            if (!digit && !(end == at && (character == '+' || character == '-' || character == '*'))) {
                throw invalid(line, at);
            }
            end++;
        }
        if (end == at) {
            throw line.refuse(ProblemCode.INVALID_FIELD, at, "the line has fewer positions than positions: names");
        }
        return end;
    }

    /**
     * Reads the costs.
     *
     * @param target as many as there are events; those that the line leaves out become 0
     */
    static void read(ByteLines line, int from, long[] target) {
        int count = 0;
        int at = skipBlanks(line, from);
        while (at < line.length()) {
            if (count == target.length) {
                throw line.refuse(
                        ProblemCode.INVALID_FIELD,
                        at,
                        "the line has more than the " + target.length + " costs that events: names");
            }
            int end = at;
            while (isToken(line.at(end))) {
                end++;
            }
            target[count++] = number(line, at, end);
            at = skipBlanks(line, end);
        }
        Arrays.fill(target, count, target.length, 0);
    }

    /** The sum of two counts, refused beyond 2⁶³. */
    static long sum(ByteLines line, long left, long right) {
        long sum = left + right;
        if (((left ^ sum) & (right ^ sum)) < 0) {
            throw line.refuse(ProblemCode.NUMBER_OUT_OF_RANGE, 0, "the costs add up to more than 2⁶³; correct them");
        }
        return sum;
    }

    private static long number(ByteLines line, int from, int end) {
        boolean negative = line.at(from) == '-';
        int at = negative ? from + 1 : from;
        int base = line.at(at) == '0' && line.at(at + 1) == 'x' ? 16 : 10;
        at = base == 16 ? at + 2 : at;
        if (at >= end) {
            throw invalid(line, from);
        }
        long value = 0;
        for (; at < end; at++) {
            int digit = hex(line.at(at));
            if (digit < 0 || digit >= base) {
                throw invalid(line, from);
            }
            if (value > (Long.MAX_VALUE - digit) / base) {
                throw line.refuse(
                        ProblemCode.NUMBER_OUT_OF_RANGE,
                        from,
                        Place.printable(token(line, from, end)) + " is beyond 2⁶³; correct it");
            }
            value = value * base + digit;
        }
        return negative ? -value : value;
    }

    private static DocumentException invalid(ByteLines line, int from) {
        int end = from;
        while (isToken(line.at(end))) {
            end++;
        }
        return line.refuse(
                ProblemCode.INVALID_FIELD,
                from,
                "\"" + Place.printable(token(line, from, end))
                        + "\" isn't a whole number (only positions may be relative); upload the file as it was written");
    }

    private static String token(ByteLines line, int from, int end) {
        StringBuilder token = new StringBuilder();
        for (int i = from; i < Math.min(end, from + 100); i++) {
            token.append((char) (line.at(i) & 0xff));
        }
        return token.toString();
    }

    private static int skipBlanks(ByteLines line, int from) {
        int at = from;
        while (line.at(at) == ' ' || line.at(at) == '\t') {
            at++;
        }
        return at;
    }

    private static boolean isToken(byte character) {
        return character != 0 && character != ' ' && character != '\t';
    }

    private static int hex(byte character) {
        return character >= '0' && character <= '9'
                ? character - '0'
                : character >= 'a' && character <= 'f'
                        ? character - 'a' + 10
                        : character >= 'A' && character <= 'F' ? character - 'A' + 10 : -1;
    }
}
