package dev.plumbline.server.notification.channel;

import dev.plumbline.server.notification.message.Message;
import java.util.ArrayList;
import java.util.List;

/** A message as the two bodies of a mail. */
public final class MailFormat {

    private static final int WIDTH = 76;

    private MailFormat() {}

    /** The body in plain text. */
    public static String text(Message message) {
        List<String> lines = new ArrayList<>();
        lines.add(message.headline());
        lines.add(message.url());
        for (Message.Section section : message.sections()) {
            lines.add("");
            if (!section.heading().isEmpty()) {
                lines.add(section.heading());
                lines.add(section.url());
            }
            lines.addAll(section.sentences());
            for (Message.Commit commit : section.commits()) {
                lines.add("  " + (commit.hash() + " " + commit.words()).strip());
                commit.url().ifPresent(url -> lines.add("  " + url));
            }
            if (!section.commits().isEmpty() && !section.lines().isEmpty()) {
                lines.add("");
            }
            for (Message.Line line : section.lines()) {
                lines.add("- " + line.name() + (line.change().isEmpty() ? "" : ": " + line.change()));
                line.url().ifPresent(url -> lines.add("  " + url));
            }
            if (!section.further().isEmpty()) {
                lines.add("  " + section.further());
            }
        }
        lines.add("");
        lines.add("-".repeat(WIDTH));
        lines.add(message.footer());
        return String.join("\n", lines) + "\n";
    }

    /** The body in HTML. It loads nothing from outside; it has only links. */
    public static String html(Message message) {
        StringBuilder html = new StringBuilder(
                """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%s</title></head>
                <body style="font-family: system-ui, sans-serif; line-height: 1.45">
                <h1 style="font-size: 1.15em"><a href="%s">%s</a></h1>
                """.formatted(escaped(message.headline()), escaped(message.url()), escaped(message.headline())));
        message.sections().forEach(section -> html(html, section));
        return html.append("<hr>\n<p style=\"font-size: 0.85em\">")
                .append(escaped(message.footer()))
                .append("</p>\n</body></html>\n")
                .toString();
    }

    /** The details alone, as HTML that can be embedded in another document. */
    public static String fragment(Message message) {
        StringBuilder html = new StringBuilder();
        message.sections().forEach(section -> html(html, section));
        return html.toString();
    }

    private static void html(StringBuilder html, Message.Section section) {
        if (!section.heading().isEmpty()) {
            html.append("<h2 style=\"font-size: 1em\">")
                    .append(link(section.url(), section.heading()))
                    .append("</h2>\n");
        }
        section.sentences()
                .forEach(
                        sentence -> html.append("<p>").append(escaped(sentence)).append("</p>\n"));
        if (!section.commits().isEmpty()) {
            html.append("<ul>\n");
            section.commits()
                    .forEach(commit -> html.append("<li><code>")
                            .append(commit.url()
                                    .map(url -> link(url, commit.hash()))
                                    .orElseGet(() -> escaped(commit.hash())))
                            .append("</code> ")
                            .append(escaped(commit.words()))
                            .append("</li>\n"));
            html.append("</ul>\n");
        }
        if (!section.lines().isEmpty()) {
            html.append("<table cellpadding=\"4\">\n");
            section.lines()
                    .forEach(line -> html.append("<tr><td>")
                            .append(line.url()
                                    .map(url -> link(url, line.name()))
                                    .orElseGet(() -> escaped(line.name())))
                            .append("</td><td>")
                            .append(escaped(line.change()))
                            .append("</td></tr>\n"));
            html.append("</table>\n");
        }
        if (!section.further().isEmpty()) {
            html.append("<p>").append(escaped(section.further())).append("</p>\n");
        }
    }

    private static String link(String url, String words) {
        return "<a href=\"" + escaped(url) + "\">" + escaped(words) + "</a>";
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }
}
