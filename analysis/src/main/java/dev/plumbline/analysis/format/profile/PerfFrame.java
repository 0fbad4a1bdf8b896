package dev.plumbline.analysis.format.profile;

import dev.plumbline.analysis.profile.Frame;
import dev.plumbline.analysis.profile.FrameKind;
import java.util.Optional;
import java.util.regex.Pattern;

/** A line of a stack of perf: address, symbol with its offset, and the file in parentheses. */
final class PerfFrame {

    private static final Pattern ADDRESS = Pattern.compile("(?:0x)?[0-9a-f]{1,16}");
    private static final Pattern OFFSET = Pattern.compile("\\+0x[0-9a-f]{1,16}$");
    private static final String DELETED = " (deleted))";

    private PerfFrame() {}

    /** The frame; empty for a line without an address. */
    static Optional<Frame> of(String line) {
        String text = line.strip();
        int blank = text.indexOf(' ');
        String address = blank < 0 ? text : text.substring(0, blank);
        if (!ADDRESS.matcher(address).matches()) {
            return Optional.empty();
        }
        String rest = blank < 0 ? "" : text.substring(blank + 1).strip();
        int end = rest.endsWith(DELETED) ? rest.length() - DELETED.length() : rest.length() - 1;
        int open = rest.endsWith(")") ? rest.lastIndexOf('(', end - 1) : -1;
        boolean file = open == 0 || (open > 0 && rest.charAt(open - 1) == ' ');
        String library = file ? rest.substring(open + 1, Math.max(open + 1, end)) : "";
        String symbol =
                OFFSET.matcher((file ? rest.substring(0, open) : rest).strip()).replaceFirst("");
        if (symbol.isEmpty() || symbol.equals("[unknown]")) {
            boolean known = !library.equals("[unknown]");
            return Optional.of(Frame.withoutSymbol(known ? library : "", NativeNames.kind("", library)));
        }
        return Optional.of(jvmName(symbol)
                .map(java -> Frame.of(java, FrameKind.JAVA_COMPILED))
                .orElseGet(() -> Frame.of(symbol, NativeNames.kind(symbol, library))));
    }

    /** The method that a symbol {@code Lcom/acme/Foo;::bar} of a JVM's agent is. */
    private static Optional<String> jvmName(String symbol) {
        int end = symbol.startsWith("L") ? symbol.indexOf(";::") : -1;
        return end < 0
                ? Optional.empty()
                : Optional.of(symbol.substring(1, end).replace('/', '.') + "." + symbol.substring(end + 3));
    }
}
