package dev.plumbline.forge.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that prove that a text comes from somebody who knows a key: HMAC (RFC 2104) with SHA-256. */
public final class HmacSha256 {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /**
     * The codes of a key.
     *
     * @throws IllegalArgumentException when the key is empty
     */
    public HmacSha256(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The code of a text, 32 bytes; its parts are treated as one text. */
    public byte[] code(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks " + ALGORITHM, e);
        }
    }

    /** The same code as 64 hexadecimal digits in lower case. */
    public String hex(byte[]... parts) {
        return HexFormat.of().formatHex(code(parts));
    }

    /** Whether two secrets or codes are the same; takes the same time wherever they differ, so that none can be guessed bit by bit. */
    public static boolean isSame(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
