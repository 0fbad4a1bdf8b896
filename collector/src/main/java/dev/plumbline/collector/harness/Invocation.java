package dev.plumbline.collector.harness;

import java.util.ArrayList;
import java.util.List;

/**
 * A command, with what a measurement should have unless the user chose otherwise.
 *
 * @param command the words of the command
 * @param results where its results will be, as the user would write it
 * @param added what was added to the user's words
 * @param printed whether the results are what it prints, so that its output has to be kept there
 */
public record Invocation(List<String> command, String results, List<String> added, boolean printed) {

    public Invocation {
        command = List.copyOf(command);
        added = List.copyOf(added);
    }

    /** A command whose options are followed by some more, which make it leave its results in a file. */
    static Invocation with(List<String> command, String results, String... added) {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of(added));
        return new Invocation(words, results, List.of(added), false);
    }

    /** A command whose own options stand before those of the program that it runs. */
    static Invocation within(List<String> command, String results, String added) {
        List<String> words = new ArrayList<>(command);
        words.add(1, added);
        return new Invocation(words, results, List.of(added), false);
    }

    /** A command that leaves its results there by itself. */
    static Invocation leaving(List<String> command, String results) {
        return new Invocation(command, results, List.of(), false);
    }

    /** A command that prints its results. */
    static Invocation printing(List<String> command, String results) {
        return new Invocation(command, results, List.of(), true);
    }
}
