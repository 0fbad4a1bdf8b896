package dev.plumbline.server.notification.message;

import java.util.List;
import java.util.Optional;

/**
 * A message in words and without any mark-up: what mail, chat and issue put into their own form. Every text is one line and may hold
 * any character.
 *
 * @param topic what the thread is about, without what happened last: the subject of its mails
 * @param headline what happened
 * @param url the page about it
 * @param sections the particulars
 * @param footer why it was sent
 */
public record Message(String topic, String headline, String url, List<Section> sections, String footer) {

    public Message {
        sections = List.copyOf(sections);
    }

    /**
     * One regression, or one kind of alarm.
     *
     * @param heading what it is about; empty where the headline says it
     * @param url its page
     * @param sentences what is to be said of it
     * @param commits the commits that it may have come with
     * @param lines the series or benchmarks, the worst first
     * @param further what the lists leave out, empty when nothing
     */
    public record Section(
            String heading,
            String url,
            List<String> sentences,
            List<Commit> commits,
            List<Line> lines,
            String further) {

        public Section {
            sentences = List.copyOf(sentences);
            commits = List.copyOf(commits);
            lines = List.copyOf(lines);
        }
    }

    /** A commit: its abbreviated hash, subject and author, both of which may be empty. */
    public record Commit(String hash, String subject, String author) {

        /** Subject and author. */
        public String words() {
            return author.isEmpty() ? subject : subject.isEmpty() ? "by " + author : subject + " (" + author + ")";
        }
    }

    /**
     * A series or a benchmark.
     *
     * @param name its name
     * @param url its page, where it has one
     * @param change how it moved, empty where nothing moved
     */
    public record Line(String name, Optional<String> url, String change) {}
}
