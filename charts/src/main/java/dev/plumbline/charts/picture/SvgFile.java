package dev.plumbline.charts.picture;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.entity.XYItemEntity;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The SVG document of a picture. Batik turns what JFreeChart draws into elements. Written are only shapes and texts with their geometry and
 * looks: definitions, clip paths, styles and identifiers are left out, since several documents may be part of one page, and
 * neighbours that look the same are in one group. On top of all marks are the areas with tooltips, each with the index of its item.
 */
final class SvgFile {

    private static final String SVG_NAMESPACE = "http://www.w3.org/2000/svg";

    /** Attributes that belong to one element; the others are its look and may be shared with neighbours. */
    private static final List<String> OWN = List.of(
            "x",
            "y",
            "x1",
            "y1",
            "x2",
            "y2",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "width",
            "height",
            "points",
            "d",
            "textLength",
            "lengthAdjust",
            "data-index");

    private static final List<String> LOOK = List.of(
            "class",
            "fill",
            "fill-opacity",
            "stroke",
            "stroke-opacity",
            "stroke-width",
            "stroke-dasharray",
            "stroke-linecap",
            "stroke-linejoin",
            "shape-rendering",
            "font-size",
            "font-weight",
            "pointer-events");

    /** A line from a place to itself. */
    private static final Pattern DOT = Pattern.compile("M(\\S+ \\S+) L\\1(?: |$)(?=M|$)");

    private final Picture picture;
    private final Document document;
    private final List<Element> marks = new ArrayList<>();
    private final StringBuilder out = new StringBuilder(16_384);

    SvgFile(Picture picture) {
        this.picture = picture;
        try {
            document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the Java runtime's own XML documents are not available", e);
        }
    }

    /** Draws the picture and writes it. */
    String write() {
        SvgLooks looks = new SvgLooks();
        Font font = picture.theme().noteFont();
        Graphics2D measuring = PngFile.graphics(new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB));
        SVGGraphics2D graphics = new SVGGraphics2D(new SvgContext(document, looks, font), false) {
            @Override
            public FontMetrics getFontMetrics(Font measured) {
                return measuring.getFontMetrics(measured);
            }
        };
        looks.of(graphics);
        ChartRenderingInfo info = new ChartRenderingInfo();
        picture.chart().draw(graphics, new Rectangle2D.Double(0, 0, picture.width(), picture.height()), info);
        collect(graphics.getTopLevelGroup());
        for (Object entity : info.getEntityCollection().getEntities()) {
            if (entity instanceof XYItemEntity item && item.getToolTipText() != null) {
                marks.add(tip(item));
            }
        }
        return written();
    }

    private Element tip(XYItemEntity item) {
        Rectangle2D area = item.getArea().getBounds2D();
        Element tip = document.createElementNS(SVG_NAMESPACE, "rect");
        tip.setAttributeNS(null, "x", SvgContext.number(area.getX()));
        tip.setAttributeNS(null, "y", SvgContext.number(area.getY()));
        tip.setAttributeNS(null, "width", SvgContext.number(area.getWidth()));
        tip.setAttributeNS(null, "height", SvgContext.number(area.getHeight()));
        int index = (int) item.getDataset().getXValue(item.getSeriesIndex(), item.getItem());
        tip.setAttributeNS(null, "data-index", Integer.toString(index));
        tip.setAttributeNS(null, "class", "tip");
        tip.setAttributeNS(null, "fill", "none");
        tip.setAttributeNS(null, "pointer-events", "all");
        Element title = document.createElementNS(SVG_NAMESPACE, "title");
        title.appendChild(document.createTextNode(item.getToolTipText()));
        tip.appendChild(title);
        return tip;
    }

    private void collect(Element parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                switch (element.getTagName()) {
                    case "g" -> collect(element);
                    case "defs" -> {}
                    default -> marks.add(element);
                }
            }
        }
    }

    private String written() {
        out.append("<svg xmlns=\"").append(SVG_NAMESPACE).append('"');
        attribute("viewBox", "0 0 " + picture.width() + " " + picture.height());
        attribute("width", Integer.toString(picture.width()));
        attribute("height", Integer.toString(picture.height()));
        attribute("role", "img");
        if (marks.stream().anyMatch(mark -> mark.getTagName().equals("text"))) {
            attribute("font-family", Fonts.FAMILIES);
        }
        out.append(">\n");
        leaf("title", picture.title());
        leaf("desc", picture.description());
        int next = 0;
        while (next < marks.size()) {
            next = writeAlike(next);
        }
        return out.append("</svg>\n").toString();
    }

    /** Writes the marks from {@code start} on that look the same; returns the place after them. */
    private int writeAlike(int start) {
        String look = attributes(marks.get(start), LOOK);
        int end = start + 1;
        while (end < marks.size() && attributes(marks.get(end), LOOK).equals(look)) {
            end++;
        }
        if (end - start == 1) {
            write(marks.get(start), look);
            return end;
        }
        out.append("<g").append(look).append(">\n");
        for (Element mark : marks.subList(start, end)) {
            write(mark, "");
        }
        out.append("</g>\n");
        return end;
    }

    private void write(Element mark, String look) {
        out.append('<').append(mark.getTagName()).append(attributes(mark, OWN)).append(look);
        if (mark.getFirstChild() == null) {
            out.append("/>\n");
            return;
        }
        out.append('>');
        for (Node child = mark.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                out.append('<').append(element.getTagName()).append('>');
                XmlText.append(out, element.getTextContent());
                out.append("</").append(element.getTagName()).append('>');
            } else {
                XmlText.append(out, child.getNodeValue());
            }
        }
        out.append("</").append(mark.getTagName()).append(">\n");
    }

    private static String attributes(Element mark, List<String> names) {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            if (mark.hasAttribute(name)) {
                text.append(' ').append(name).append("=\"");
                XmlText.append(text, name.equals("d") ? path(mark.getAttribute(name)) : mark.getAttribute(name));
                text.append('"');
            }
        }
        return text.toString();
    }

    /**
     * A path without what may be left out (SVG 1.1, section 8.3): after a move or a line, coordinates alone are a line, and a line to where it
     * begins is written {@code h0}.
     */
    private static String path(String data) {
        boolean curved = data.indexOf('C') >= 0 || data.indexOf('Q') >= 0;
        return curved
                ? data.strip()
                : DOT.matcher(data).replaceAll("M$1h0").replace(" L", " ").strip();
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        XmlText.append(out, value);
        out.append('"');
    }

    private void leaf(String name, String value) {
        out.append('<').append(name).append('>');
        XmlText.append(out, value);
        out.append("</").append(name).append(">\n");
    }
}
