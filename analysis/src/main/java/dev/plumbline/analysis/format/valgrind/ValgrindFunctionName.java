package dev.plumbline.analysis.format.valgrind;

import java.util.regex.Pattern;

/** The names by which functions of two builds are found again. */
final class ValgrindFunctionName {

    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]+|\\?\\?\\?|");
    private static final Pattern RUST_HASH = Pattern.compile("::h[0-9a-f]{16}$");

    private ValgrindFunctionName() {}

    /**
     * The name of a function.
     *
     * @param symbol as the file has it
     * @param object the path of the program or library that it is in; may be empty
     */
    static String of(String symbol, String object) {
        int mark = symbol.indexOf('\'', 1);
        boolean suffixed = mark > 0 && mark + 1 < symbol.length() && !symbol.startsWith("operator\"\"");
        String name = suffixed && isSuffix(symbol, mark) ? symbol.substring(0, mark) : symbol;
        if (ADDRESS.matcher(name).matches()) {
            String file = object.substring(object.lastIndexOf('/') + 1);
            return file.isEmpty() || file.equals("???") ? "(no symbol)" : "(no symbol in " + file + ")";
        }
        return RUST_HASH.matcher(name).replaceFirst("");
    }

    /** Whether an apostrophe ends the name: it isn't one of C++'s {@code {lambda()#1}} or Rust's lifetimes {@code <'a>}. */
    private static boolean isSuffix(String symbol, int mark) {
        char before = symbol.charAt(mark - 1);
        return before != '<' && before != '&' && before != ' ' && before != '(' && before != ',';
    }
}
