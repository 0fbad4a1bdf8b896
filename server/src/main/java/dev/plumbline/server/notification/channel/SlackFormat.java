package dev.plumbline.server.notification.channel;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.server.notification.message.Message;
import java.io.IOException;
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

    /** The document. */
    public static String body(Message message) {
        return JsonBody.of(json -> {
            json.writeStartObject();
            json.writeStringField("text", escaped(message.headline()) + " " + message.url());
            json.writeBooleanField("unfurl_links", false);
            json.writeArrayFieldStart("blocks");
            section(json, "*" + link(message.url(), message.headline()) + "*");
            for (Message.Section section :
                    message.sections().stream().limit(MOST_SECTIONS).toList()) {
                String text = text(section);
                if (!text.isEmpty()) {
                    section(json, text);
                }
            }
            footer(json, message.footer());
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void section(JsonGenerator json, String text) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "section");
        text(json, "text", text);
        json.writeEndObject();
    }

    private static void footer(JsonGenerator json, String text) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "context");
        json.writeArrayFieldStart("elements");
        json.writeStartObject();
        markdown(json, escaped(text));
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        markdown(json, text);
        json.writeEndObject();
    }

    private static void markdown(JsonGenerator json, String text) throws IOException {
        json.writeStringField("type", "mrkdwn");
        json.writeStringField("text", text);
        json.writeBooleanField("verbatim", true);
    }

    /** The lines of a section, as many as fit. */
    private static String text(Message.Section section) {
        List<String> lines = new ArrayList<>();
        if (!section.heading().isEmpty()) {
            lines.add("*" + link(section.url(), section.heading()) + "*");
        }
        section.sentences().forEach(sentence -> lines.add(escaped(sentence)));
        section.commits().forEach(commit -> lines.add("• " + commit.hash() + " " + escaped(commit.words())));
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
