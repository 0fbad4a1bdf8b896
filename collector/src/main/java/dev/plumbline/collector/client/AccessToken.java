package dev.plumbline.collector.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The secret that authenticates uploads and requests. Its text never appears in messages. */
public final class AccessToken {

    private static final AccessToken NONE = new AccessToken("");

    /** ID tokens of CI are valid for five minutes at least. */
    private static final Duration RENEWED_AFTER = Duration.ofMinutes(4);

    private final Optional<Supplier<String>> source;
    private final Clock clock;
    private final Set<String> known = new LinkedHashSet<>();
    private String secret;
    private Instant renewed = Instant.MIN;

    private AccessToken(String secret) {
        this.secret = secret;
        this.source = Optional.empty();
        this.clock = Clock.systemUTC();
    }

    private AccessToken(Supplier<String> source, Clock clock) {
        this.secret = "";
        this.source = Optional.of(source);
        this.clock = clock;
    }

    /**
     * A short-lived token that is requested when it is first needed, and again before it expires.
     *
     * @param source returns a new one; it may throw an {@link UnreachableException}
     */
    public static AccessToken renewed(Supplier<String> source, Clock clock) {
        return new AccessToken(source, clock);
    }

    /**
     * The token of a text, without blanks around it.
     *
     * @throws IllegalArgumentException with a sentence for the user, which does not quote the text
     */
    public static AccessToken of(String text) {
        String secret = text.strip();
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("the token is empty");
        }
        if (!secret.chars().allMatch(character -> character > ' ' && character < 0x7f)) {
            throw new IllegalArgumentException("the token contains blanks or characters that no token has");
        }
        return new AccessToken(secret);
    }

    /** No token: a public project can be read without one. */
    public static AccessToken none() {
        return NONE;
    }

    /** Whether there is one. */
    boolean isPresent() {
        return source.isPresent() || !secret.isEmpty();
    }

    /** The value of the header with the token. */
    synchronized String authorization() {
        if (source.isPresent() && !clock.instant().isBefore(expected())) {
            secret = AccessToken.of(source.get().get()).secret;
            known.add(secret);
            renewed = clock.instant();
        }
        return "Bearer " + secret;
    }

    /** The text with the secret masked, if it occurs there. */
    public synchronized String blotOut(String text) {
        String clean = secret.isEmpty() ? text : text.replace(secret, "***");
        for (String earlier : known) {
            clean = clean.replace(earlier, "***");
        }
        return clean;
    }

    private Instant expected() {
        return renewed.equals(Instant.MIN) ? renewed : renewed.plus(RENEWED_AFTER);
    }

    @Override
    public String toString() {
        return "***";
    }
}
