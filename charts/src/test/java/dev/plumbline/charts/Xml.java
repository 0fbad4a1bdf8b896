package dev.plumbline.charts;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** An SVG document as a strict XML parser sees it. */
public record Xml(Element root) {

    /** Parses without document types and external entities. */
    public static Xml parse(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new Xml(factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement());
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + text, e);
        }
    }

    /** The elements an XPath selects; the document is parsed without namespaces. */
    public List<Element> all(String path) {
        try {
            NodeList nodes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, root, XPathConstants.NODESET);
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(i -> (Element) nodes.item(i))
                    .toList();
        } catch (Exception e) {
            throw new AssertionError(path, e);
        }
    }

    /** The marks of a role, whether the class is on them or on their group. */
    public List<Element> marks(String role) {
        return all("//*[not(self::g)][@class='%1$s' or parent::g[@class='%1$s']]".formatted(role));
    }

    /** How many dots the paths of a role have. */
    public long dots(String role) {
        return marks(role).stream()
                .mapToLong(path -> path.getAttribute("d").split("h0", -1).length - 1)
                .sum();
    }

    /** The texts of a role. */
    public List<String> texts(String role) {
        return marks(role).stream().map(Element::getTextContent).toList();
    }
}
