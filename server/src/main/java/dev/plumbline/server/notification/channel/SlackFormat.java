package dev.plumbline.server.notification.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.plumbline.server.json.Json;
import dev.plumbline.server.notification.message.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * A message as Slack's incoming webhooks accept it: {@code text} for notifications and for clients without blocks, {@code blocks} for
 * display. Within texts {@code &}, {@code <} and {@code >} are escaped, so that nothing in a benchmark's name or a commit's subject becomes
 * a link, a channel or a mention; the texts are within the lengths that Slack documents.
 */
public final class SlackFormat {

    /** Slack refuses a section's text of more than 3,000 characters. */
    private static final int LONGEST_SECTION = 2_900;

    private static final int MOST_SECTIONS = 10;

    private SlackFormat() {}

    private record Document(
            String text, @JsonProperty("unfurl_links") boolean unfurlLinks, List<Block> blocks) {}

    private sealed interface Block {}

    private record Section(String type, Words text) implements Block {

        static Section of(String text) {
            return new Section("section", Words.of(text));
        }
    }

    private record Context(String type, List<Words> elements) implements Block {

        static Context of(String text) {
            return new Context("context", List.of(Words.of(text)));
        }
    }

    /** Slack's Markdown, in which a bare address is no link. */
    private record Words(String type, String text, boolean verbatim) {

        static Words of(String text) {
            return new Words("mrkdwn", text, true);
        }
    }

    /** The document. */
    public static String body(Message message) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Section.of("*" + link(message.url(), message.headline()) + "*"));
        message.sections().stream()
                .limit(MOST_SECTIONS)
                .map(SlackFormat::text)
                .filter(text -> !text.isEmpty())
                .forEach(text -> blocks.add(Section.of(text)));
        blocks.add(Context.of(escaped(message.footer())));
        return Json.text(new Document(escaped(message.headline()) + " " + message.url(), false, blocks));
    }

    /** The lines of a section, as many as fit. */
    private static String text(Message.Section section) {
        List<String> lines = new ArrayList<>();
        if (!section.heading().isEmpty()) {
            lines.add("*" + link(section.url(), section.heading()) + "*");
        }
        section.sentences().forEach(sentence -> lines.add(escaped(sentence)));
        section.commits().forEach(commit -> lines.add("• " + hash(commit) + " " + escaped(commit.words())));
        for (Message.Line line : section.lines()) {
            String name = line.url().map(url -> link(url, line.name())).orElseGet(() -> escaped(line.name()));
            lines.add("▸ " + name + (line.change().isEmpty() ? "" : ": " + escaped(line.change())));
        }
        if (!section.further().isEmpty()) {
            lines.add(escaped(section.further()));
        }
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (text.length() + line.length() < LONGEST_SECTION) {
                text.append(text.isEmpty() ? "" : "\n").append(line);
            }
        }
        return text.toString();
    }

    private static String hash(Message.Commit commit) {
        return commit.url().map(url -> link(url, commit.hash())).orElseGet(commit::hash);
    }

    /** A link; a bar would end its address, but is harmless in its text. */
    private static String link(String url, String words) {
        return "<" + escaped(url.replace("|", "%7C")) + "|" + escaped(words) + ">";
    }

    /**
     * The text, without markup as Slack understands it. Emphasis, code and emoji can't be escaped there, so a word joiner before
     * those characters keeps them from starting any.
     */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '*', '_', '~', '`' -> escaped.append('\u2060').appendCodePoint(character);
                default -> escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }
}
