package dev.plumbline.analysis.format.xml;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.DocumentInput;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the elements of XML documents. Document types and with them entities are rejected, so that a document can't refer to
 * anything, nor grow. Usable by many threads.
 */
public final class XmlDocument {

    private final XMLInputFactory factory;

    public XmlDocument() {
        factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("refers to " + systemId);
        });
    }

    /** What is done with the elements of a document. */
    public interface Elements {

        /** An element begins. */
        void begin(XmlElement element);

        /** The last element that began and hasn't ended ends. */
        void end(String name, Place place);
    }

    /**
     * Reads a document in UTF-8.
     *
     * @throws IOException when {@code in} can't be read
     * @throws DocumentException when the document is rejected
     */
    public void read(InputStream in, ReadLimits limits, Elements elements) throws IOException {
        try (DocumentInput document = DocumentInput.open(in, limits.maxDecompressedBytes())) {
            XMLStreamReader reader = factory.createXMLStreamReader(new TagGuard(document), "UTF-8");
            try {
                read(reader, limits, elements);
            } catch (DocumentException problem) {
                throw problem.at(place(reader));
            } finally {
                reader.close();
            }
        } catch (XMLStreamException broken) {
            throw refusal(broken);
        }
    }

    private static void read(XMLStreamReader reader, ReadLimits limits, Elements elements) throws XMLStreamException {
        int open = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new DocumentException(
                        ProblemCode.INVALID_TEXT,
                        "the document has a document type or entities of its own; leave them out",
                        place(reader));
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
                if (open > limits.maxNesting()) {
                    throw new DocumentException(
                            ProblemCode.NESTING_TOO_DEEP,
                            "more than " + limits.maxNesting() + " elements are open, expected far fewer",
                            place(reader));
                }
                elements.begin(element(reader, limits));
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
                elements.end(reader.getLocalName(), place(reader));
            }
        }
    }

    private static XmlElement element(XMLStreamReader reader, ReadLimits limits) {
        XmlElement element = new XmlElement(reader.getLocalName(), place(reader));
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String value = reader.getAttributeValue(i);
            if (value.length() > limits.maxTextLength()) {
                throw new DocumentException(
                        ProblemCode.TEXT_TOO_LONG,
                        "an attribute has " + value.length() + " characters, expected at most "
                                + limits.maxTextLength(),
                        place(reader));
            }
            element.put(reader.getAttributeLocalName(i), value);
        }
        return element;
    }

    private static Place place(XMLStreamReader reader) {
        return new Place(
                Math.max(0, reader.getLocation().getLineNumber()),
                Math.max(0, reader.getLocation().getColumnNumber()),
                0,
                "");
    }

    private static DocumentException refusal(XMLStreamException broken) {
        Throwable cause = broken.getNestedException();
        if (cause instanceof DocumentException known) {
            return known;
        }
        Place place = broken.getLocation() == null
                ? Place.UNKNOWN
                : new Place(
                        Math.max(0, broken.getLocation().getLineNumber()),
                        Math.max(0, broken.getLocation().getColumnNumber()),
                        0,
                        "");
        DocumentException refusal = new DocumentException(
                ProblemCode.INVALID_TEXT,
                "this isn't whole XML in UTF-8; give the file as the harness wrote it, after it has finished",
                place);
        refusal.initCause(broken);
        return refusal;
    }
}
