package dev.plumbline.analysis.format;

import dev.plumbline.analysis.format.document.ResultReader;
import dev.plumbline.analysis.format.jmh.JmhReader;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats of result files: each one is a package with one reader, and one line here. */
public enum ResultFormat {
    JMH_JSON("jmh-json");

    /** The format of a document that doesn't name one: what JMH itself writes. */
    public static final ResultFormat DEFAULT = JMH_JSON;

    private final String id;

    ResultFormat(String id) {
        this.id = id;
    }

    /** The name that the API and the database know the format by. */
    public String id() {
        return id;
    }

    /** The reader of this format. It keeps nothing between documents and may be used by many threads. */
    public ResultReader reader() {
        return switch (this) {
            case JMH_JSON -> new JmhReader();
        };
    }

    /** The format of an id, empty when there is none. */
    public static Optional<ResultFormat> ofId(String id) {
        return Arrays.stream(values()).filter(format -> format.id.equals(id)).findFirst();
    }

    /** All ids, with commas between them. */
    public static String ids() {
        return Arrays.stream(values()).map(ResultFormat::id).collect(Collectors.joining(", "));
    }
}
