package dev.plumbline.charts.picture;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.Map;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.StyleHandler;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * How the elements of a document look. Batik asks for each element; the answer is complete and in presentation attributes, from the state
 * of the graphics: a document needs no style sheet, and its colours stay readable.
 */
final class SvgLooks implements StyleHandler {

    private @Nullable Graphics2D graphics;

    /** Takes the graphics that elements are made from. */
    void of(Graphics2D source) {
        graphics = source;
    }

    /** Groups have no style of their own. */
    @Override
    @SuppressWarnings("rawtypes")
    public void setStyle(Element element, Map styles, SVGGeneratorContext context) {
        if (graphics == null || element.getTagName().equals("g") || !(graphics.getPaint() instanceof Ink ink)) {
            return;
        }
        if (!ink.role().isEmpty()) {
            set(element, "class", ink.role());
        }
        if ("none".equals(styles.get("fill")) && graphics.getStroke() instanceof BasicStroke stroke) {
            set(element, "fill", "none");
            set(element, "stroke", ink);
            set(element, stroke);
            if (RenderingHints.VALUE_STROKE_NORMALIZE.equals(
                    graphics.getRenderingHint(RenderingHints.KEY_STROKE_CONTROL))) {
                set(element, "shape-rendering", "crispEdges");
            }
        } else {
            set(element, "fill", ink);
        }
        if (element.getTagName().equals("text")) {
            set(element, graphics.getFont());
        }
    }

    private static void set(Element element, BasicStroke stroke) {
        set(element, "stroke-width", SvgContext.number(stroke.getLineWidth()));
        float[] dashes = stroke.getDashArray();
        if (dashes != null) {
            set(element, "stroke-dasharray", SvgContext.number(dashes[0]));
        }
        if (stroke.getEndCap() == BasicStroke.CAP_ROUND) {
            set(element, "stroke-linecap", "round");
        } else if (element.getTagName().equals("path")) {
            set(element, "stroke-linejoin", "round");
        }
    }

    /**
     * The size and weight of a text, and its width: JFreeChart places every text by its left end, so a text that is to end somewhere, or to be
     * in the middle, has to be as wide as it was measured, whatever font the reader's machine has.
     */
    private static void set(Element text, Font font) {
        set(text, "font-size", SvgContext.number(font.getSize2D()));
        if (font.isBold() || font.getName().endsWith("SemiBold")) {
            set(text, "font-weight", "600");
        }
        set(text, "textLength", SvgContext.number(Fonts.width(text.getTextContent(), font)));
        set(text, "lengthAdjust", "spacingAndGlyphs");
    }

    private static void set(Element element, String property, Ink ink) {
        set(element, property, ink.hex());
        if (ink.opacity() < 1) {
            set(element, property + "-opacity", SvgContext.number(ink.opacity()));
        }
    }

    private static void set(Element element, String name, String value) {
        element.setAttributeNS(null, name, value);
    }
}
