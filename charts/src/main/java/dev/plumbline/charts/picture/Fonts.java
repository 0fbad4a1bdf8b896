package dev.plumbline.charts.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jfree.chart.text.TextUtils;

/**
 * The letters of every picture: Inter, which comes with this module, so that a picture has the same layout on every machine. The files
 * are Inter 4.1 (regular and semi-bold, no hints, no kerning) cut down to Latin, Greek and Cyrillic letters and to signs; their licence,
 * the SIL Open Font License 1.1, is next to them.
 *
 * @param regular the regular weight, one pixel high
 * @param semiBold the semi-bold weight, one pixel high
 * @param alone whether the machine has no fonts of its own
 */
public record Fonts(Font regular, Font semiBold, boolean alone) {

    /** The names of the font in documents, and its substitutes on the reader's machine: mostly fonts of similar width. */
    static final String FAMILIES =
            "Inter,system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue','Liberation Sans',Arial,sans-serif";

    private static final String FONT_SYSTEM = "sun.awt.fontconfig";

    /** How text is measured: with fractions of a pixel, as documents and our pixels do. */
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    /**
     * Reads the fonts. Java starts its whole font system for that, and on Linux this fails where fontconfig or fonts are missing. The
     * fonts of the machine are not needed here, so it is then started again with a configuration that has none.
     *
     * @throws ChartException with code {@code fonts-missing} where Java can't read a font at all
     */
    static Fonts load() {
        try {
            return read(false);
        } catch (OutOfMemoryError | StackOverflowError e) {
            throw e;
        } catch (RuntimeException | Error | IOException | FontFormatException first) {
            if (System.getProperty(FONT_SYSTEM) != null) {
                throw missing(first);
            }
        }
        try {
            System.setProperty(FONT_SYSTEM, withoutFonts().toString());
            return read(true);
        } catch (OutOfMemoryError | StackOverflowError e) {
            throw e;
        } catch (RuntimeException | Error | IOException | FontFormatException second) {
            throw missing(second);
        }
    }

    /**
     * These fonts, or the machine's own if they lack a letter of a text: Chinese letters in a title, for example, should not become boxes in
     * a PNG on a machine that has them.
     */
    public Fonts showing(String text) {
        return alone || regular.canDisplayUpTo(text) < 0
                ? this
                : new Fonts(new Font(Font.SANS_SERIF, Font.PLAIN, 1), new Font(Font.SANS_SERIF, Font.BOLD, 1), false);
    }

    /** The regular weight in a size in CSS pixels. */
    public Font regular(double size) {
        return regular.deriveFont((float) size);
    }

    /** The semi-bold weight in a size in CSS pixels. */
    public Font semiBold(double size) {
        return semiBold.deriveFont((float) size);
    }

    /** The width of a text in CSS pixels. */
    public static double width(String text, Font font) {
        return text.isEmpty() ? 0 : font.getStringBounds(text, MEASURE).getWidth();
    }

    private static Fonts read(boolean alone) throws IOException, FontFormatException {
        // JFreeChart's own way to measure rounds to whole pixels.
        TextUtils.setUseFontMetricsGetStringBounds(true);
        return new Fonts(read("Inter-Regular.ttf"), read("Inter-SemiBold.ttf"), alone);
    }

    private static Font read(String name) throws IOException, FontFormatException {
        try (InputStream file = Fonts.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new FileNotFoundException(name + " is not beside " + Fonts.class.getName());
            }
            return Font.createFont(Font.TRUETYPE_FONT, file);
        }
    }

    /** A configuration without fonts for Java's font system; it has to be a file. */
    private static Path withoutFonts() {
        try {
            Path file = Files.createTempFile("plumbline-fonts", ".properties");
            file.toFile().deleteOnExit();
            return Files.writeString(file, "version=1\nsequence.allfonts=default\n", StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("writing a configuration of Java's font system to the temporary folder", e);
        }
    }

    private static ChartException missing(Throwable cause) {
        return new ChartException(
                "fonts-missing",
                "Java can't read the font of the pictures; it needs libfreetype and a temporary folder that it can write to",
                cause);
    }
}
