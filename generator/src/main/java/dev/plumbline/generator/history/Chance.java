package dev.plumbline.generator.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;

/**
 * Chance that depends on a seed and on what it is asked for, and not on what was asked before: the same run scatters in the
 * same way, whatever else is generated.
 *
 * @param seed the seed
 */
public record Chance(long seed) {

    private static final int SHA_BYTES = 20;

    /** Random numbers for what these words name. */
    public SplittableRandom of(Object... words) {
        return new SplittableRandom(ByteBuffer.wrap(digest(words)).getLong());
    }

    /** A commit's hash for what these words name. */
    String sha(Object... words) {
        return HexFormat.of().formatHex(digest(words), 0, SHA_BYTES);
    }

    private byte[] digest(Object... words) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Long.toString(seed).getBytes(StandardCharsets.UTF_8));
            for (Object word : words) {
                digest.update((byte) 0);
                digest.update(word.toString().getBytes(StandardCharsets.UTF_8));
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
