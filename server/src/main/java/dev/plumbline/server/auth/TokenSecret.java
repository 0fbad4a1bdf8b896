package dev.plumbline.server.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The text of a token, which only its holder knows: {@code plb_} and 256 random bits in base64url. The store keeps its
 * SHA-256. No salt and no slow hash are needed: nobody guesses 256 random bits.
 *
 * @param text the whole text
 */
public record TokenSecret(String text) {

    private static final String PREFIX = "plb_";
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

    /** A new one. */
    public static TokenSecret create(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new TokenSecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Whether it has a token's form; if it hasn't, there is no need to look it up. */
    boolean wellFormed() {
        return FORM.matcher(text).matches();
    }

    /** What the store keeps. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform lacks SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
