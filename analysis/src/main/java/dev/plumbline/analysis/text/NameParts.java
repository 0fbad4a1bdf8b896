package dev.plumbline.analysis.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a benchmark's name: where it lies, and what people call it. In Java these are the package, and class and method; a path in Go, a
 * file in pytest and vitest. Names that are built otherwise have no place that could be left out.
 *
 * @param place the package, path or file with the separator behind it; empty if there is none
 * @param owner the class, without the dot behind it; empty if there is none
 * @param member the method, or the whole of what follows the place
 */
public record NameParts(String place, String owner, String member) {

    private static final Pattern GO =
            Pattern.compile("([^\\s]{1,4000}/)([^/\\s]{1,1000}\\.Benchmark.*)", Pattern.DOTALL);
    private static final String IN_FILE = " > ";
    private static final String SCOPE = "::";

    /** The parts of a name. */
    public static NameParts of(String name) {
        Matcher go = GO.matcher(name);
        if (go.matches()) {
            return new NameParts(go.group(1), "", go.group(2));
        }
        int file = name.indexOf(IN_FILE);
        if (file >= 0) {
            return at(name, file + IN_FILE.length());
        }
        int scope = name.indexOf(SCOPE);
        if (scope >= 0) {
            return at(name, name.lastIndexOf('/', scope) + 1);
        }
        if (name.indexOf('/') >= 0 || name.indexOf(' ') >= 0 || name.endsWith(".")) {
            return at(name, 0);
        }
        int member = name.lastIndexOf('.');
        int owner = member < 0 ? -1 : name.lastIndexOf('.', member - 1);
        return new NameParts(
                name.substring(0, owner + 1),
                member < 0 ? "" : name.substring(owner + 1, member),
                name.substring(member + 1));
    }

    private static NameParts at(String name, int from) {
        return new NameParts(name.substring(0, from), "", name.substring(from));
    }

    /** What people call it: class and method. */
    public String shortName() {
        return owner.isEmpty() ? member : owner + "." + member;
    }
}
