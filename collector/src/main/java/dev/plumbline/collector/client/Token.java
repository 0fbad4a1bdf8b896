package dev.plumbline.collector.client;

/** The secret that lets results in. Its text never appears in messages. */
public final class Token {

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

    /** The value of the header that carries it. */
    String authorization() {
        return "Bearer " + secret;
    }

    /** The text with the secret blotted out, should it stand there. */
    public String blotOut(String text) {
        return text.replace(secret, "***");
    }

    @Override
    public String toString() {
        return "***";
    }
}
