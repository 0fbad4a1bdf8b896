package dev.plumbline.charts;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.StyleHandler;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A canvas that becomes an SVG document. Batik turns shapes into elements; their presentation attributes are set here,
 * from what the picture asked for, instead of being derived from the graphics state.
 */
final class SvgCanvas implements Canvas, StyleHandler {

    private static final String SVG_NAMESPACE = "http://www.w3.org/2000/svg";

    private final Document document;
    private final SVGGraphics2D graphics;

    /** The attributes of the element being drawn. */
    private Map<String, String> attributes = Map.of();

    /** The tooltip of the element being drawn; empty for none. */
    private String tooltip = "";

    SvgCanvas() {
        try {
            document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the Java runtime's own XML documents are not available", e);
        }
        graphics = new SVGGraphics2D(new SvgContext(document, this), false);
    }

    @Override
    public Graphics2D graphics() {
        return graphics;
    }

    @Override
    public void fill(String role, Shape shape, Ink ink) {
        attributes = named(role);
        putInk("fill", ink);
        graphics.fill(shape);
    }

    @Override
    public void stroke(String role, Shape shape, Ink ink, Pen pen) {
        attributes = named(role);
        attributes.put("fill", "none");
        putInk("stroke", ink);
        attributes.put("stroke-width", SvgContext.number(pen.width()));
        if (pen.dash() > 0) {
            attributes.put("stroke-dasharray", SvgContext.number(pen.dash()));
        }
        attributes.put("stroke-linejoin", "round");
        if (pen.round()) {
            attributes.put("stroke-linecap", "round");
        }
        graphics.draw(shape);
    }

    @Override
    public void text(String role, String text, double x, double y, Lettering lettering, Ink ink) {
        if (text.isEmpty()) {
            return;
        }
        attributes = named(role);
        putInk("fill", ink);
        attributes.put("font-size", SvgContext.number(lettering.size()));
        if (lettering.bold()) {
            attributes.put("font-weight", "600");
        }
        if (lettering.anchor() != Lettering.Anchor.START) {
            attributes.put("text-anchor", lettering.anchor().svg());
        }
        graphics.drawString(text, (float) x, (float) y);
    }

    @Override
    public void tip(int index, Rectangle2D area, String text) {
        attributes = named("tip");
        attributes.put("fill", "none");
        attributes.put("pointer-events", "all");
        attributes.put(SvgDocument.INDEX, Integer.toString(index));
        tooltip = text;
        graphics.fill(area);
        tooltip = "";
    }

    /** Batik's question how an element is to look. Groups have no look of their own. */
    @Override
    @SuppressWarnings("rawtypes")
    public void setStyle(Element element, Map styles, SVGGeneratorContext context) {
        if (element.getTagName().equals("g")) {
            return;
        }
        attributes.forEach((name, value) -> element.setAttributeNS(null, name, value));
        if (!tooltip.isEmpty()) {
            Element title = document.createElementNS(SVG_NAMESPACE, "title");
            title.appendChild(document.createTextNode(tooltip));
            element.appendChild(title);
        }
    }

    /** The document of everything drawn. */
    String document(int width, int height, String title, String description) {
        return new SvgDocument(width, height, title, description).write(graphics.getTopLevelGroup());
    }

    private static Map<String, String> named(String role) {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("class", role);
        return attributes;
    }

    private void putInk(String property, Ink ink) {
        attributes.put(property, ink.hex());
        if (ink.opacity() < 1) {
            attributes.put(property + "-opacity", SvgContext.number(ink.opacity()));
        }
    }
}
