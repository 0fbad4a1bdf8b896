package dev.plumbline.collector.command;

import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Paint;
import dev.plumbline.analysis.text.TableStyle;
import dev.plumbline.collector.terminal.Terminal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command that needs no server shows its result: the options that all of them have. */
public final class OutputOptions {

    private static final int NARROWEST = 40;
    private static final int WIDEST = 1000;

    @Option(names = "--json", description = "Print the result as JSON, with every number.")
    private boolean json;

    @Option(names = "--markdown", description = "Print the result as Markdown, for a comment or a summary.")
    private boolean markdown;

    @Option(names = "--csv", description = "Print the result as CSV, for a spreadsheet.")
    private boolean csv;

    @Option(names = "--ascii", description = "Only ASCII characters.")
    private boolean ascii;

    @Option(
            names = "--width",
            paramLabel = "COLUMNS",
            description = "Width of the output. Default: the terminal's, or COLUMNS.")
    private @Nullable Integer width;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "auto (default: on a terminal, unless NO_COLOR is set), always or never.")
    private String color = "auto";

    /** The format of the result. */
    public enum Form {
        TEXT,
        JSON,
        MARKDOWN,
        CSV
    }

    /** The chosen format. */
    public Form form() {
        if (Stream.of(json, markdown, csv).filter(asked -> asked).count() > 1) {
            throw new UsageException("--json, --markdown and --csv are mutually exclusive; use one of them");
        }
        return json ? Form.JSON : markdown ? Form.MARKDOWN : csv ? Form.CSV : Form.TEXT;
    }

    /**
     * How text is drawn.
     *
     * @param all whether everything is listed
     */
    public TableStyle style(Surroundings surroundings, boolean all) {
        Terminal terminal = surroundings.terminal();
        boolean plain = ascii || surroundings.isOn("PLUMBLINE_ASCII") || !terminal.unicode();
        return new TableStyle(width(terminal), all, plain ? Glyphs.ASCII : Glyphs.UNICODE, paint(surroundings));
    }

    private int width(Terminal terminal) {
        if (width == null) {
            return terminal.width();
        }
        if (width < NARROWEST || width > WIDEST) {
            throw new UsageException("--width is " + width + ", expected " + NARROWEST + " to " + WIDEST);
        }
        return width;
    }

    private Paint paint(Surroundings surroundings) {
        return switch (color) {
            case "always" -> Paint.ANSI;
            case "never" -> Paint.PLAIN;
            case "auto" -> surroundings.isColoured() ? Paint.ANSI : Paint.PLAIN;
            default -> throw new UsageException("unknown --color '" + color + "'; use auto, always or never");
        };
    }
}
