package dev.plumbline.collector.duet;

import java.util.List;

/** Why a launch failed, in one line. */
final class Complaint {

    private Complaint() {}

    /** The last line that names an error, as JMH and Java do, otherwise the last line that isn't part of a stack trace. */
    static String of(String output, int code) {
        List<String> lines = output.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("at "))
                .toList();
        String last = lines.isEmpty() ? "it printed nothing" : lines.get(lines.size() - 1);
        String named = lines.stream()
                .filter(line -> line.contains("ERROR") || line.contains("Exception") || line.contains("Error:"))
                .reduce(last, (earlier, later) -> later);
        return (code == 0 ? "no results" : "exit code " + code) + ", " + named;
    }
}
