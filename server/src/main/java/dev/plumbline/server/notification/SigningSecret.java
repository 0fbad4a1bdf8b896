package dev.plumbline.server.notification;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that sign messages and open feeds: 256 random bits in base64url, with a prefix that names the kind. */
public final class SigningSecret {

    private static final int BYTES = 32;

    private SigningSecret() {}

    /** A new one for signing. */
    public static String create(SecureRandom random) {
        return create("plbs_", random);
    }

    /** A new one that opens a private project's feed. */
    public static String forFeed(SecureRandom random) {
        return create("plbf_", random);
    }

    private static String create(String prefix, SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
