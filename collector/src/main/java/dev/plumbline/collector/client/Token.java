package dev.plumbline.collector.client;

/** The secret that lets results in. Its text never appears in messages. */
public final class Token {

    private static final Token NONE = new Token("");

    private final String secret;

    private Token(String secret) {
        this.secret = secret;
    }

    /**
     * The token of a text, without blanks around it.
     *
     * @throws IllegalArgumentException with a sentence for the user, which does not quote the text
     */
    public static Token of(String text) {
        String secret = text.strip();
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("the token is empty");
        }
        if (!secret.chars().allMatch(character -> character > ' ' && character < 0x7f)) {
            throw new IllegalArgumentException("the token contains blanks or characters that no token has");
        }
        return new Token(secret);
    }

    /** No token: what a public project shows to everybody is shown without one. */
    public static Token none() {
        return NONE;
    }

    /** Whether there is one. */
    boolean isPresent() {
        return !secret.isEmpty();
    }

    /** The value of the header that carries it. */
    String authorization() {
        return "Bearer " + secret;
    }

    /** The text with the secret blotted out, should it stand there. */
    public String blotOut(String text) {
        return isPresent() ? text.replace(secret, "***") : text;
    }

    @Override
    public String toString() {
        return "***";
    }
}
