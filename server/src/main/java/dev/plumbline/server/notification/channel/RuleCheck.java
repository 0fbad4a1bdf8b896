package dev.plumbline.server.notification.channel;

import dev.plumbline.server.database.StoreException;
import dev.plumbline.server.notification.rule.NotificationRule;
import java.util.Arrays;
import java.util.List;

/** Checks what administrators write into a notification rule. */
public final class RuleCheck {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PATTERN = 500;
    private static final int MOST_RECIPIENTS = 20;
    private static final double LARGEST_EFFECT = 1_000;

    private final NotifyHosts hosts;

    /** The check of a server that sends messages to these hosts. */
    public RuleCheck(NotifyHosts hosts) {
        this.hosts = hosts;
    }

    /**
     * The rule with its target in the form that is kept.
     *
     * @throws StoreException {@code invalid-notification} when a value is invalid; the message names it and the remedy
     */
    public NotificationRule.Wish checked(NotificationRule.Wish wish) {
        require(
                !wish.name().isBlank() && wish.name().length() <= LONGEST_NAME && printable(wish.name()),
                "The name must have 1 to " + LONGEST_NAME + " characters and no control characters.");
        require(!wish.events().isEmpty(), "Name at least one event.");
        for (String pattern : List.of(wish.environment(), wish.benchmark(), wish.metric())) {
            require(
                    !pattern.isBlank() && pattern.length() <= LONGEST_PATTERN && printable(pattern),
                    "A pattern must have 1 to " + LONGEST_PATTERN + " characters; * is any text.");
        }
        require(
                wish.minimumEffect() >= 0 && wish.minimumEffect() <= LARGEST_EFFECT,
                "The minimum effect must be relative and not negative: 0.05 is 5 %.");
        return wish.withTarget(target(wish));
    }

    private String target(NotificationRule.Wish wish) {
        String target = wish.target().strip();
        return switch (wish.channel().target()) {
            case SIGNED_ADDRESS, SECRET_ADDRESS -> {
                require(
                        hosts.allowed(target).isPresent(),
                        "The address must begin with https:// and its host must be listed in PLUMBLINE_NOTIFY_HOSTS,"
                                + " which the server's operator sets.");
                yield target;
            }
            case RECIPIENTS -> recipients(target);
            case REPOSITORY -> {
                require(target.isEmpty(), "Issues are opened in the project's own repository: leave the target empty.");
                yield "";
            }
        };
    }

    private static String recipients(String target) {
        List<String> addresses = Arrays.stream(target.split(",", -1))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
        require(
                !addresses.isEmpty()
                        && addresses.size() <= MOST_RECIPIENTS
                        && addresses.stream()
                                .allMatch(address ->
                                        MailServer.ADDRESS.matcher(address).matches()),
                "The target of mail must be 1 to " + MOST_RECIPIENTS
                        + " plain addresses such as team@example.com, separated by commas.");
        return String.join(", ", addresses);
    }

    private static boolean printable(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new StoreException("invalid-notification", complaint);
        }
    }
}
