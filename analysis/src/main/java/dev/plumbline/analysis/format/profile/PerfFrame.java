package dev.plumbline.analysis.format.profile;

import dev.plumbline.analysis.profile.Frame;
import dev.plumbline.analysis.profile.FrameKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A line of a stack of perf: address, symbol with its offset, and the file in parentheses. */
final class PerfFrame {

    private static final Pattern ADDRESS = Pattern.compile("(?:0x)?[0-9a-f]{1,16}");
    private static final Pattern OFFSET = Pattern.compile("\\+0x[0-9a-f]{1,16}$");
    /** What separates class and method. */
    private static final String METHOD = ";::";

    private static final String DELETED = " (deleted))";

    private PerfFrame() {}

    /** The frame with what was inlined into it, the leaf first; none for a line without an address. */
    static List<Frame> of(String line) {
        String text = line.strip();
        int blank = text.indexOf(' ');
        String address = blank < 0 ? text : text.substring(0, blank);
        if (!ADDRESS.matcher(address).matches()) {
            return List.of();
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
            return List.of(Frame.withoutSymbol(known ? library : "", NativeNames.kind("", library)));
        }
        return symbol.startsWith("L") && symbol.contains(METHOD)
                ? methods(symbol)
                : List.of(Frame.of(symbol, NativeNames.kind(symbol, library)));
    }

    /**
     * The methods that a symbol of a JVM's agent (perf-map-agent) is: {@code Lcom/acme/Foo;::bar}, and behind each {@code ->} one that
     * was inlined into the one before.
     */
    private static List<Frame> methods(String symbol) {
        List<Frame> methods = new ArrayList<>();
        for (String method : symbol.split("->", -1)) {
            int end = method.startsWith("L") ? method.indexOf(METHOD) : -1;
            String name = end < 0
                    ? method
                    : method.substring(1, end).replace('/', '.') + "." + method.substring(end + METHOD.length());
            methods.add(0, Frame.of(name, methods.isEmpty() ? FrameKind.JAVA_COMPILED : FrameKind.INLINED));
        }
        return methods;
    }
}
