package dev.plumbline.server.report;

import dev.plumbline.forge.http.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * The signature in the address of a picture: anyone who has the address may see that picture, and nothing else. A forge's image proxy fetches
 * pictures without any token, so a private project's comment needs such an address. It is an HMAC-SHA-256 of what the picture shows,
 * truncated to 128 bits.
 */
public final class PictureSignature {

    private static final int BYTES = 16;

    private PictureSignature() {}

    /**
     * The signature of a picture.
     *
     * @param key the project's
     * @param picture which picture: {@code 17} for what changed in run 17, {@code 17/4} for series 4 up to that run
     */
    public static String of(byte[] key, String picture) {
        byte[] code = new HmacSha256(key).code(picture.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(code, BYTES));
    }

    /** Whether a text is the signature of a picture; takes the same time for every text. */
    public static boolean matches(byte[] key, String picture, String signature) {
        return HmacSha256.isSame(signature, of(key, picture));
    }
}
