package dev.plumbline.analysis.format.profile;

import dev.plumbline.analysis.profile.FrameKind;
import java.util.regex.Pattern;

/** What the name of a symbol and the file that it is in say about its language. */
final class NativeNames {

    private static final Pattern RUST = Pattern.compile(
            "::h[0-9a-f]{16}$|^_R[A-Z]|17h[0-9a-f]{16}E|^<.{1,500} as .{1,500}>::|^(?:core|alloc|std)::.*\\{\\{");
    private static final Pattern JAVA = Pattern.compile(
            "(?:[\\w$]{1,200}[/.]){1,50}[\\w$<>]{1,500}(?:\\(.{0,900})?|(?:[\\w$]{1,200}/){1,50}.{1,500}");

    private NativeNames() {}

    /**
     * The kind of a frame.
     *
     * @param file the program, library or module; may be empty
     */
    static FrameKind kind(String symbol, String file) {
        if (file.startsWith("[kernel")
                || file.startsWith("[guest.kernel")
                || file.endsWith(".ko")
                || (file.startsWith("[")
                        && !file.startsWith("[vdso")
                        && !file.startsWith("[unknown")
                        && file.length() > 2)) {
            return FrameKind.KERNEL;
        }
        if (file.equals("inlined")) {
            return FrameKind.INLINED;
        }
        if (RUST.matcher(symbol).find()) {
            return FrameKind.RUST;
        }
        if (symbol.contains("::") || symbol.startsWith("_Z")) {
            return FrameKind.CPP;
        }
        return JAVA.matcher(symbol).matches() ? FrameKind.JAVA : FrameKind.NATIVE;
    }
}
