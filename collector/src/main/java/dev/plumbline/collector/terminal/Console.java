package dev.plumbline.collector.terminal;

import dev.plumbline.analysis.text.Paint;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.text.TextTone;
import java.io.PrintStream;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Where results and messages are written to: results to standard output, messages to standard error, never a token. */
public final class Console {

    private static final Pattern TOKEN = Pattern.compile("plb_[A-Za-z0-9_-]+");

    private final PrintStream out;
    private final PrintStream err;
    private final Paint paint;
    private final int width;
    private final UnaryOperator<String> blotOut;

    /** A console whose messages are wrapped to fit the terminal; a log gets each on one line. */
    public Console(PrintStream out, PrintStream err, Paint paint, Terminal terminal) {
        this(out, err, paint, terminal.interactive() ? terminal.width() : Integer.MAX_VALUE, UnaryOperator.identity());
    }

    private Console(PrintStream out, PrintStream err, Paint paint, int width, UnaryOperator<String> blotOut) {
        this.out = out;
        this.err = err;
        this.paint = paint;
        this.width = width;
        this.blotOut = blotOut;
    }

    /** The same console, which also masks secrets with this operator. */
    public Console hiding(UnaryOperator<String> secret) {
        return new Console(out, err, paint, width, secret);
    }

    /** A part of the result. */
    public void result(String text) {
        out.println(safe(text));
        out.flush();
    }

    /** What is being done. */
    public void note(String text) {
        message(TextTone.MUTED, "", text);
    }

    /** What the user should know and may want to change. */
    public void warning(String text) {
        message(TextTone.CAUTION, "warning: ", text);
    }

    /** What went wrong. */
    public void error(String text) {
        message(TextTone.WORSE, "error: ", text);
    }

    private void message(TextTone tone, String kind, String text) {
        String start = paint.apply(tone, kind);
        for (String line : Printable.wrapped(safe(text), width - kind.length())) {
            err.println(start + (kind.isEmpty() ? paint.apply(tone, line) : line));
            start = " ".repeat(kind.length());
        }
        err.flush();
    }

    private String safe(String text) {
        return TOKEN.matcher(blotOut.apply(text)).replaceAll("plb_***");
    }
}
