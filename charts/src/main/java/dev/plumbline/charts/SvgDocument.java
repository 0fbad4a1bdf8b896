package dev.plumbline.charts;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * The text of an SVG document. It has only shapes and texts with their geometry and presentation: definitions, clip
 * paths, styles and identifiers are left out, and neighbours that look the same stand in one group.
 */
final class SvgDocument {

    /** The attribute that holds the index of the point that a tooltip belongs to. */
    static final String INDEX = "data-index";

    private static final String FONT_FAMILY =
            "Inter,system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue','Liberation Sans',Arial,sans-serif";

    /** Attributes that belong to one element; the others are its look and may be shared with neighbours. */
    private static final List<String> OWN = List.of(
            "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "points", "d", INDEX);

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
            "font-size",
            "font-weight",
            "text-anchor",
            "pointer-events");

    private final StringBuilder out = new StringBuilder(16_384);
    private final int width;
    private final int height;
    private final String title;
    private final String description;

    SvgDocument(int width, int height, String title, String description) {
        this.width = width;
        this.height = height;
        this.title = title;
        this.description = description;
    }

    /** The document with all shapes and texts below an element, in their order. */
    String write(Element root) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        attribute("viewBox", "0 0 " + width + " " + height);
        attribute("width", Integer.toString(width));
        attribute("height", Integer.toString(height));
        attribute("role", "img");
        attribute("font-family", FONT_FAMILY);
        out.append(">\n");
        leaf("title", title);
        leaf("desc", description);
        List<Element> marks = new ArrayList<>();
        collect(root, marks);
        int next = 0;
        while (next < marks.size()) {
            next = writeAlike(marks, next);
        }
        return out.append("</svg>\n").toString();
    }

    private static void collect(Element parent, List<Element> marks) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                switch (element.getTagName()) {
                    case "g" -> collect(element, marks);
                    case "defs" -> {}
                    default -> marks.add(element);
                }
            }
        }
    }

    /** Writes the marks from {@code start} on that look the same; returns the place after them. */
    private int writeAlike(List<Element> marks, int start) {
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
        NamedNodeMap present = mark.getAttributes();
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            if (present.getNamedItem(name) instanceof Attr attr) {
                text.append(' ').append(name).append("=\"");
                XmlText.append(text, name.equals("d") ? PathData.compact(attr.getValue()) : attr.getValue());
                text.append('"');
            }
        }
        return text.toString();
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
