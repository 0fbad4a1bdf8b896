package dev.plumbline.analysis.format.valgrind;

import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import java.util.HashMap;
import java.util.Map;

/**
 * Names of one kind that are written once: {@code (7) main} says that 7 stands for {@code main}, {@code (7)} then is {@code
 * main}. What stands behind a number is taken as it is, even if it looks like a number in brackets, so that no name leads to
 * another.
 */
final class CompressedNames {

    private static final int MOST = 500_000;
    private static final int LONGEST = 1_000;
    private static final int DIGITS = 18;

    private final Map<Long, String> byNumber = new HashMap<>();

    /** The name that a line gives from a byte on. */
    String resolve(ByteLines line, int index) {
        int at = index + 1;
        long number = 0;
        while (at - index <= DIGITS && line.at(at) >= '0' && line.at(at) <= '9') {
            number = number * 10 + line.at(at) - '0';
            at++;
        }
        if (line.at(index) != '(' || at == index + 1 || line.at(at) != ')') {
            return shortened(line.text(index).strip());
        }
        String name = line.text(at + 1).strip();
        if (name.isEmpty()) {
            String known = byNumber.get(number);
            if (known == null) {
                throw line.refuse(
                        ProblemCode.MISSING_FIELD,
                        index,
                        "no line above says which name " + Place.printable(line.text(index))
                                + " stands for; upload the whole file");
            }
            return known;
        }
        String kept = shortened(name);
        byNumber.put(number, kept);
        if (byNumber.size() > MOST) {
            throw line.refuse(
                    ProblemCode.TOO_MANY_VALUES,
                    index,
                    "the file has more than " + MOST + " names; compare totals only");
        }
        return kept;
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : ProgramName.shortened(name);
    }
}
