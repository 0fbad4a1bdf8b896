package dev.plumbline.analysis.format.xml;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import java.util.HashMap;
import java.util.Map;

/** The beginning of an element: its name and its attributes. */
public final class XmlElement {

    private static final double LARGEST = 1e150;

    private final String name;
    private final Place place;
    private final Map<String, String> attributes = new HashMap<>();

    XmlElement(String name, Place place) {
        this.name = name;
        this.place = place;
    }

    void put(String attribute, String value) {
        attributes.put(attribute, value);
    }

    public String name() {
        return name;
    }

    public Place place() {
        return place;
    }

    /** An attribute, empty when there is none of the name. */
    public String text(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** The number that an attribute is, or NaN when there is none of the name or it says that it is none. */
    public double number(String attribute) {
        String text = text(attribute).strip();
        if (text.isEmpty() || text.matches("(?i)[+-]?(nan|inf|infinity)(\\(.{0,20}\\))?")) {
            return Double.NaN;
        }
        try {
            double value = text.length() <= 400 ? Double.parseDouble(text) : Double.POSITIVE_INFINITY;
            if (Math.abs(value) <= LARGEST) {
                return value;
            }
            throw new DocumentException(
                    ProblemCode.NUMBER_OUT_OF_RANGE, attribute + " is beyond ±10¹⁵⁰; correct it", place);
        } catch (NumberFormatException noNumber) {
            throw new DocumentException(
                    ProblemCode.INVALID_FIELD,
                    attribute + " of " + name + " is \"" + Place.printable(text) + "\", expected a number",
                    place);
        }
    }
}
