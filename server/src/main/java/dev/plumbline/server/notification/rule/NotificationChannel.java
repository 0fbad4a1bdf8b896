package dev.plumbline.server.notification.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** How messages reach people. */
public enum NotificationChannel {
    /** Signed JSON to an address. */
    WEBHOOK("webhook"),
    /** An incoming webhook of Slack, or of a compatible chat. */
    SLACK("slack"),
    /** E-mail. */
    EMAIL("email"),
    /** An issue at the project's forge. */
    ISSUE("issue");

    private final String label;

    NotificationChannel(String label) {
        this.label = label;
    }

    /** As the API and the database write it. */
    @JsonValue
    public String label() {
        return label;
    }

    /** The channel of a label. */
    public static Optional<NotificationChannel> of(String label) {
        return Arrays.stream(values())
                .filter(channel -> channel.label.equals(label))
                .findFirst();
    }
}
