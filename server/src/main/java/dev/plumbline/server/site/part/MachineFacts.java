package dev.plumbline.server.site.part;

import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.text.Printable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was observed of a machine, as facts on a page. */
public final class MachineFacts {

    /** A field of an upload's metadata, and what people call it. */
    private record Field(String name, String label) {}

    private static final List<Field> FIELDS = Stream.concat(
                    Stream.of(
                            new Field("cpu", "CPU"),
                            new Field("cores", "Cores"),
                            new Field("memoryBytes", "Memory"),
                            new Field("os", "Operating system"),
                            new Field("arch", "Architecture"),
                            new Field("jvm", "JVM"),
                            new Field("vmVersion", "JVM version")),
                    Arrays.stream(Harness.values()).map(harness -> new Field(harness.id(), harness.label())))
            .toList();

    private MachineFacts() {}

    /**
     * The known fields in a fixed order.
     *
     * @param observed the fields of an upload's {@code observed}, as text
     */
    public static List<Fact> of(Map<String, String> observed) {
        List<Fact> facts = new ArrayList<>();
        for (Field field : FIELDS) {
            String value = observed.getOrDefault(field.name(), "");
            if (!value.isBlank()) {
                facts.add(new Fact(field.label(), text(field, Printable.line(value)), ""));
            }
        }
        return facts;
    }

    private static String text(Field field, String value) {
        if (!field.name().equals("memoryBytes") || !value.matches("\\d{1,18}")) {
            return value;
        }
        return Math.round(Long.parseLong(value) / (double) (1L << 30)) + " GiB";
    }
}
