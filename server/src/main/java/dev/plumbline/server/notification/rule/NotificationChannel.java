package dev.plumbline.server.notification.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How messages reach people. Each one is a line here and a class that sends. */
public enum NotificationChannel {
    /** Signed JSON to an address. */
    WEBHOOK("webhook", "webhook", "Signed webhook", ChannelTarget.SIGNED_ADDRESS),
    /** An incoming webhook of Slack, or of a compatible chat. */
    SLACK("slack", "chat", "Slack or compatible chat", ChannelTarget.SECRET_ADDRESS),
    /** E-mail. */
    EMAIL("email", "e-mail", "E-mail", ChannelTarget.RECIPIENTS),
    /** An issue at the project's forge. */
    ISSUE("issue", "issue", "Issue at the forge", ChannelTarget.REPOSITORY);

    private final String label;
    private final String delivery;
    private final String choice;
    private final ChannelTarget target;

    NotificationChannel(String label, String delivery, String choice, ChannelTarget target) {
        this.label = label;
        this.delivery = delivery;
        this.choice = choice;
        this.target = target;
    }

    /** As the API and the database write it. */
    @JsonValue
    public String label() {
        return label;
    }

    /** What a message is called in the list of deliveries. */
    public String delivery() {
        return delivery;
    }

    /** What it is called where administrators choose one. */
    public String choice() {
        return choice;
    }

    /** Where its messages go. */
    public ChannelTarget target() {
        return target;
    }

    /** The channel of a label. */
    public static Optional<NotificationChannel> of(String label) {
        return Arrays.stream(values())
                .filter(channel -> channel.label.equals(label))
                .findFirst();
    }

    /** All labels, as they stand in a sentence: {@code webhook, slack, email, issue}. */
    public static String labels() {
        return Arrays.stream(values()).map(NotificationChannel::label).collect(Collectors.joining(", "));
    }
}
