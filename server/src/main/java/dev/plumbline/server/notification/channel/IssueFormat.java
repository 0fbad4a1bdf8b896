package dev.plumbline.server.notification.channel;

import dev.plumbline.analysis.text.Markdown;
import dev.plumbline.server.notification.message.Message;
import dev.plumbline.server.notification.message.Messages;
import java.util.ArrayList;
import java.util.List;

/** A message as an issue, or a comment on one: GitHub-flavoured Markdown. */
public final class IssueFormat {

    private static final int LONGEST_TITLE = 200;

    private IssueFormat() {}

    /** The title of an issue: plain text on every forge. */
    public static String title(Message message) {
        return Messages.shortened(message.headline(), LONGEST_TITLE);
    }

    /** The text of an issue or of a comment. */
    public static String body(Message message, int longest) {
        List<String> lines = new ArrayList<>();
        lines.add("**[" + Markdown.escaped(message.headline()) + "](" + message.url() + ")**");
        for (Message.Section section : message.sections()) {
            lines.add("");
            if (!section.heading().isEmpty()) {
                lines.add("### [" + Markdown.escaped(section.heading()) + "](" + section.url() + ")");
                lines.add("");
            }
            section.sentences().forEach(sentence -> lines.add(Markdown.escaped(sentence)));
            if (!section.commits().isEmpty()) {
                lines.add("");
            }
            section.commits()
                    .forEach(commit -> lines.add("- " + hash(commit) + " " + Markdown.escaped(commit.words())));
            table(lines, section);
            if (!section.further().isEmpty()) {
                lines.add("");
                lines.add(Markdown.escaped(section.further()));
            }
        }
        lines.add("");
        lines.add("<sub>" + Markdown.escaped(message.footer()) + "</sub>");
        return joined(lines, longest);
    }

    private static String hash(Message.Commit commit) {
        return commit.url().map(url -> "[" + commit.hash() + "](" + url + ")").orElseGet(commit::hash);
    }

    private static void table(List<String> lines, Message.Section section) {
        if (section.lines().isEmpty()) {
            return;
        }
        lines.add("");
        for (Message.Line line : section.lines()) {
            String name = Markdown.code(line.name());
            lines.add(
                    "- " + line.url().map(url -> "[" + name + "](" + url + ")").orElse(name)
                            + (line.change().isEmpty() ? "" : ": " + Markdown.escaped(line.change())));
        }
    }

    /** As many whole lines as fit. */
    private static String joined(List<String> lines, int longest) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (text.length() + line.length() + 1 > longest) {
                break;
            }
            text.append(line).append('\n');
        }
        return text.toString();
    }
}
