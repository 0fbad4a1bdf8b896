package dev.plumbline.collector.recording;

import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Setup;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;

/**
 * What ran: the main class or the jar without its arguments, which may hold secrets, and what makes two recordings incomparable.
 * JMH's forks all have the same main class: their benchmark is the folder that {@code -prof jfr} writes the recording into.
 */
final class RecordedProgram {

    private static final Pattern VERSION = Pattern.compile("\\(([0-9][0-9A-Za-z.+_-]{0,60})[^)]*\\)");
    private static final Pattern OF_JMH =
            Pattern.compile("(.{1,2000}?)-(Throughput|AverageTime|SampleTime|SingleShotTime)(?:-(.{1,2000}))?");
    private static final String JMH = "org.openjdk.jmh.";
    private static final String PARAMS = "params";
    private static final int LONGEST = 500;

    private final SortedMap<String, String> settings = new TreeMap<>();
    private String main = "";
    private String version = "";

    /** Takes what an event says about the program. */
    void add(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.JVMInformation" -> addMachine(event);
            case "jdk.GCConfiguration" -> {
                setting("gc.young", EventField.text(event, "youngCollector"));
                setting("gc.old", EventField.text(event, "oldCollector"));
            }
            case "jdk.CPUInformation" -> setting("processors", EventField.text(event, "hwThreads"));
            default -> {}
        }
    }

    private void addMachine(RecordedEvent event) {
        setting("vm", EventField.text(event, "jvmName"));
        Matcher build = VERSION.matcher(EventField.text(event, "jvmVersion"));
        if (build.find()) {
            version = build.group(1);
        }
        String first = EventField.text(event, "javaArguments").strip().split("\\s+", 2)[0];
        main = first.substring(Math.max(first.lastIndexOf('/'), first.lastIndexOf('\\')) + 1);
    }

    /** A setting that two recordings have to share to be compared. */
    void setting(String name, String value) {
        if (!value.isEmpty() && value.length() <= LONGEST) {
            settings.put(name, value);
        }
    }

    /** The name of what ran. */
    String name(Path file) {
        Matcher benchmark = ofJmh(file);
        if (benchmark.matches()) {
            return benchmark.group(1);
        }
        return main.isEmpty() ? nameOf(file).replaceFirst("(\\.jfr)?(\\.gz)?$", "") : shortened(main);
    }

    /** The parameters of a benchmark of JMH; one that has a dash in it makes all of them one text. */
    SortedMap<String, String> params(Path file) {
        SortedMap<String, String> params = new TreeMap<>();
        Matcher benchmark = ofJmh(file);
        if (!benchmark.matches()) {
            return params;
        }
        params.put("mode", benchmark.group(2));
        String text = benchmark.group(3);
        if (text == null) {
            return params;
        }
        String[] parts = text.split("-", -1);
        if (parts.length % 2 != 0) {
            params.put(PARAMS, text);
            return params;
        }
        for (int i = 0; i < parts.length; i += 2) {
            if (parts[i].isEmpty() || params.putIfAbsent(parts[i], parts[i + 1]) != null) {
                params.keySet().removeIf(key -> !key.equals("mode"));
                params.put(PARAMS, text);
                return params;
            }
        }
        return params;
    }

    private Matcher ofJmh(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return OF_JMH.matcher(main.startsWith(JMH) && folder != null ? nameOf(folder) : "");
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? "recording" : shortened(name.toString());
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }

    /** How the metrics came about. */
    Setup setup() {
        return Setup.of(Harness.JFR, version, settings);
    }
}
