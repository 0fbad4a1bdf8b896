package dev.plumbline.server.notification.message;

import java.util.List;
import java.util.Optional;

/**
 * A notification in words, without markup. Each channel renders it in its own form: mail, chat or issue. Every text is one line and may
 * contain any character.
 *
 * @param topic what the thread is about, regardless of the latest event: the subject of its mails
 * @param headline what happened
 * @param url the page about it
 * @param sections the details
 * @param footer why the message was sent
 */
public record Message(String topic, String headline, String url, List<Section> sections, String footer) {

    public Message {
        sections = List.copyOf(sections);
    }

    /**
     * One regression, or one kind of alarm.
     *
     * @param heading what it is about; empty if the headline says it
     * @param url its page
     * @param sentences what there is to say about it
     * @param commits the commits that it may have come with
     * @param lines the series or benchmarks, worst first
     * @param further what the lists leave out; empty when they are complete
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

    /**
     * A commit.
     *
     * @param hash its abbreviated hash
     * @param subject the first line of its message, may be empty
     * @param author its author's name, may be empty
     * @param url its page on the forge, if that is known
     */
    public record Commit(String hash, String subject, String author, Optional<String> url) {

        /** Subject and author. */
        public String words() {
            return author.isEmpty() ? subject : subject.isEmpty() ? "by " + author : subject + " (" + author + ")";
        }
    }

    /**
     * A series or a benchmark.
     *
     * @param name its name
     * @param url its page, if it has one
     * @param change how it moved, empty if nothing moved
     */
    public record Line(String name, Optional<String> url, String change) {}
}
