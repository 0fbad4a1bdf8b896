package dev.plumbline.analysis.profile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names by which functions of two builds, or two runs, are found again. */
final class FunctionName {

    private static final int LONGEST = 1_000;

    /** The hash that rustc appends to a symbol, demangled or not. */
    private static final Pattern RUST_HASH = Pattern.compile("::h[0-9a-f]{16}$|17h[0-9a-f]{16}(?=E)");

    /** How Rust's symbols write what an assembler doesn't take; perf leaves it. */
    private static final Pattern RUST_ESCAPE = Pattern.compile("(?:(?<=::)_)?\\$(LT|GT|RF|BP|LP|RP|C|u[0-9a-f]{2})\\$");

    /** Where the JVM put a hidden class, and the numbers that it gives to classes that it makes up. */
    private static final Pattern HIDDEN_CLASS = Pattern.compile("[./+]0x[0-9a-f]{6,16}(?![0-9a-f])");

    private static final Pattern NUMBERED_CLASS = Pattern.compile(
            "(\\$\\$Lambda|\\$Proxy|Generated(?:Method|Constructor|SerializationConstructor)Accessor)\\$?\\d{1,19}(/\\d{1,19})?");

    /** What GCC and LLVM append to copies of a function. */
    private static final Pattern COMPILER_COPY =
            Pattern.compile("(?:\\.(?:isra|constprop|part|cold|lto_priv|llvm)(?:\\.\\d{1,20})?){1,9}$");

    private static final Pattern SLASHED_JAVA =
            Pattern.compile("[\\w$]{1,200}(?:/[\\w$+-]{1,200}){1,50}\\.[^/\\s]{1,500}");

    private FunctionName() {}

    /** The name of a symbol, at most 1,000 characters. */
    static String of(String symbol) {
        String name = symbol.length() > LONGEST ? symbol.substring(0, LONGEST) + "…" : symbol;
        if (name.indexOf('/') > 0 && SLASHED_JAVA.matcher(name).matches()) {
            name = name.replace('/', '.');
        }
        if (name.contains("::") && RUST_ESCAPE.matcher(name).find()) {
            name = RUST_ESCAPE.matcher(name).replaceAll(escape -> Matcher.quoteReplacement(written(escape.group(1))));
        }
        if (name.indexOf('h') >= 0) {
            name = RUST_HASH.matcher(name).replaceFirst("");
        }
        if (name.indexOf('x') > 0) {
            name = HIDDEN_CLASS.matcher(name).replaceAll("");
        }
        if (name.indexOf('$') >= 0 || name.startsWith("Generated")) {
            name = NUMBERED_CLASS.matcher(name).replaceAll("$1");
        }
        return name.indexOf('.') > 0 ? COMPILER_COPY.matcher(name).replaceFirst("") : name;
    }

    private static String written(String escape) {
        return switch (escape) {
            case "LT" -> "<";
            case "GT" -> ">";
            case "RF" -> "&";
            case "BP" -> "*";
            case "LP" -> "(";
            case "RP" -> ")";
            case "C" -> ",";
            default -> Character.toString(Integer.parseInt(escape.substring(1), 16));
        };
    }
}
