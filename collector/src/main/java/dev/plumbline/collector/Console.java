package dev.plumbline.collector;

import dev.plumbline.analysis.report.Paint;
import dev.plumbline.analysis.report.Tone;
import java.io.PrintStream;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Where results and messages are written to: results to standard output, messages to standard error, never a token. */
final class Console {

    private static final Pattern TOKEN = Pattern.compile("plb_[A-Za-z0-9_-]+");

    private final PrintStream out;
    private final PrintStream err;
    private final Paint paint;
    private final UnaryOperator<String> blotOut;

    Console(PrintStream out, PrintStream err, Paint paint) {
        this(out, err, paint, UnaryOperator.identity());
    }

    private Console(PrintStream out, PrintStream err, Paint paint, UnaryOperator<String> blotOut) {
        this.out = out;
        this.err = err;
        this.paint = paint;
        this.blotOut = blotOut;
    }

    /** The same console that also blots out what this operator does. */
    Console hiding(UnaryOperator<String> secret) {
        return new Console(out, err, paint, secret);
    }

    /** A part of the result. */
    void result(String text) {
        out.println(safe(text));
        out.flush();
    }

    /** What is being done. */
    void note(String text) {
        message(paint.apply(Tone.MUTED, text));
    }

    /** What the user should know and may want to change. */
    void warning(String text) {
        message(paint.apply(Tone.CAUTION, "warning:") + " " + text);
    }

    /** What went wrong. */
    void error(String text) {
        message(paint.apply(Tone.WORSE, "error:") + " " + text);
    }

    private void message(String text) {
        err.println(safe(text));
        err.flush();
    }

    private String safe(String text) {
        return TOKEN.matcher(blotOut.apply(text)).replaceAll("plb_***");
    }
}
