package dev.plumbline.charts.picture;

import java.awt.Font;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.apache.batik.svggen.DefaultErrorHandler;
import org.apache.batik.svggen.DefaultExtensionHandler;
import org.apache.batik.svggen.DefaultImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGIDGenerator;
import org.apache.batik.svggen.StyleHandler;
import org.w3c.dom.Document;

/**
 * How Batik writes a document: coordinates with one decimal, through a number format of its own. Batik's formats are shared by all
 * threads, and {@link DecimalFormat} is not safe for that.
 */
final class SvgContext extends SVGGeneratorContext {

    SvgContext(Document document, StyleHandler styles, Font font) {
        super(document);
        decimalFormat = format("0.#");
        setIDGenerator(new SVGIDGenerator());
        setExtensionHandler(new DefaultExtensionHandler());
        setImageHandler(new DefaultImageHandler());
        setErrorHandler(new DefaultErrorHandler());
        setStyleHandler(styles);
        GraphicContextDefaults defaults = new GraphicContextDefaults();
        defaults.setFont(font);
        setGraphicContextDefaults(defaults);
    }

    /** A number as an attribute has it: at most two decimals, no exponent. */
    static String number(double value) {
        return format("0.##").format(value);
    }

    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
