package dev.plumbline.analysis.format.valgrind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The header of a part of a profile and its sums, while it is read. */
final class ProfilePart {

    private static final String BENCHMARK = "benchmark:";
    private static final String TRIGGER = "Trigger:";

    /** What ends the last part of a process. */
    private static final String END_OF_PROCESS = "Program termination";

    final Map<String, String> eventDescriptions = new LinkedHashMap<>();
    final Map<String, String> caches = new TreeMap<>();
    String creator = "";
    String process = "";
    String command = "";
    String benchmark = "";
    String thread = "";
    long number = 1;
    boolean lastOfProcess = true;
    boolean compared;
    int positions = 1;
    List<String> events = List.of();
    /** Sums of the functions' own costs. */
    long[] sums = {};
    /** What {@code summary:} and {@code totals:} say; empty if the part hasn't got the line. */
    long[] summary = {};

    long[] totals = {};
    boolean hasCosts;

    /** The part that follows in a file in which all parts of a process are: it has the header of the process once. */
    ProfilePart following() {
        ProfilePart part = new ProfilePart();
        part.creator = creator;
        part.process = process;
        part.command = command;
        part.benchmark = benchmark;
        part.caches.putAll(caches);
        part.eventDescriptions.putAll(eventDescriptions);
        return part;
    }

    /** Keeps what a line {@code desc:} says. */
    void describe(String text) {
        String description = text.strip();
        int colon = description.indexOf(':');
        if (description.startsWith(BENCHMARK)) {
            benchmark = description.substring(BENCHMARK.length()).strip();
        } else if (description.startsWith(TRIGGER)) {
            lastOfProcess = description.substring(TRIGGER.length()).strip().equals(END_OF_PROCESS);
        } else if (description.startsWith("Files compared:")) {
            compared = true;
        } else if (colon > 0 && description.substring(0, colon).endsWith(" cache")) {
            String geometry = description.substring(colon + 1).strip();
            if (!geometry.isEmpty()) {
                caches.put(description.substring(0, colon), geometry);
            }
        }
    }

    /** Sets the names of the events. */
    void name(List<String> names) {
        events = new ArrayList<>(names);
        sums = new long[names.size()];
    }

    /** Whether there is anything in it that another part can't continue. */
    boolean isComplete() {
        return hasCosts || totals.length > 0 || (summary.length > 0 && process.isEmpty());
    }

    /** Whether there is nothing in it at all. */
    boolean isEmpty() {
        return events.isEmpty() && creator.isEmpty() && command.isEmpty();
    }

    /** The events of all functions: what the file says at its end, otherwise what their costs add up to. */
    long[] counts() {
        if (totals.length > 0) {
            return totals;
        }
        return hasCosts || summary.length == 0 ? sums : summary;
    }
}
