package dev.plumbline.generator.history;

import java.util.List;

/** Who wrote a made-up commit. */
final class Author {

    private static final List<String> PEOPLE = List.of(
            "Zoë Lindqvist",
            "Priya Raman",
            "Tomás Ferreira",
            "Aiko Tanaka",
            "Ben Okafor",
            "Marta Kowalczyk-Brandstätter");
    private static final String BOT = "renovate[bot]";

    private Author() {}

    /** The author of a commit with a subject: a program for what only updates libraries. */
    static String of(String subject, int number) {
        return subject.startsWith("Bump ") ? BOT : PEOPLE.get(number % PEOPLE.size());
    }
}
