package dev.plumbline.charts;

import java.awt.Font;
import java.awt.font.TextAttribute;
import java.text.AttributedCharacterIterator.Attribute;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import org.apache.batik.svggen.DefaultErrorHandler;
import org.apache.batik.svggen.DefaultExtensionHandler;
import org.apache.batik.svggen.DefaultImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGIDGenerator;
import org.apache.batik.svggen.StyleHandler;
import org.w3c.dom.Document;

/**
 * How Batik writes a document: coordinates with one decimal, through a number format of its own (Batik's formats are
 * shared by all threads, and {@link DecimalFormat} is not safe for that), and without asking this machine for fonts.
 */
final class SvgContext extends SVGGeneratorContext {

    SvgContext(Document document, StyleHandler styles) {
        super(document);
        decimalFormat = format("0.#");
        setIDGenerator(new SVGIDGenerator());
        setExtensionHandler(new DefaultExtensionHandler());
        setImageHandler(new DefaultImageHandler());
        setErrorHandler(new DefaultErrorHandler());
        setStyleHandler(styles);
        GraphicContextDefaults defaults = new GraphicContextDefaults();
        defaults.setFont(new UnresolvedFont());
        setGraphicContextDefaults(defaults);
    }

    /** A number as an attribute has it: at most two decimals, no exponent. */
    static String number(double value) {
        return format("0.##").format(value);
    }

    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    /**
     * A font that is only a name. Batik asks for a font's family with every element; resolving it would start Java's
     * font system, which fails on a machine without fontconfig, for an answer that is not used.
     */
    private static final class UnresolvedFont extends Font {

        UnresolvedFont() {
            super(SANS_SERIF, PLAIN, 12);
        }

        @Override
        public String getFamily() {
            return SANS_SERIF;
        }

        @Override
        public Font deriveFont(Map<? extends Attribute, ?> attributes) {
            return this;
        }

        @Override
        public Map<TextAttribute, ?> getAttributes() {
            return Map.of(TextAttribute.FAMILY, SANS_SERIF);
        }
    }
}
