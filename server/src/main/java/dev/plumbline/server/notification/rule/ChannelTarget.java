package dev.plumbline.server.notification.rule;

/** Where the messages of a channel go. */
public enum ChannelTarget {
    /** An address that gets signed messages. */
    SIGNED_ADDRESS,
    /** An address that is itself the secret: its messages are not signed. */
    SECRET_ADDRESS,
    /** Mail addresses with commas between them. */
    RECIPIENTS,
    /** The project's own repository, so a rule has no target. */
    REPOSITORY;

    /** Whether messages are signed with the rule's secret. */
    public boolean signs() {
        return this == SIGNED_ADDRESS;
    }

    /** A target as it may be shown. Whoever knows an address can use it, so only its host is shown. */
    String shown(String target) {
        return switch (this) {
            case SIGNED_ADDRESS, SECRET_ADDRESS -> {
                int path = target.indexOf('/', target.indexOf("://") + 3);
                yield path < 0 || path == target.length() - 1 ? target : target.substring(0, path) + "/…";
            }
            case RECIPIENTS, REPOSITORY -> target;
        };
    }
}
