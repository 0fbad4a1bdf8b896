package dev.plumbline.analysis.format.jmh;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The benchmarks that a document has named so far, as 16 bytes of the SHA-256 of each identity and the number of its
 * result: an open-addressed table, so that 100,000 results cost less than 6 MB.
 */
final class SeenIdentities {

    private final MessageDigest digest;
    private long[] high = new long[256];
    private long[] low = new long[256];
    private int[] numbers = new int[256];
    private int size;

    SeenIdentities() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /**
     * Remembers an identity.
     *
     * @param key the identity's one text
     * @param number its result, from 1
     * @return the number of the result that had the identity before, or 0
     */
    int remember(String key, int number) {
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        long keyHigh = hash.getLong();
        long keyLow = hash.getLong();
        if (2 * size >= numbers.length) {
            grow();
        }
        int slot = slot(keyHigh, keyLow);
        if (numbers[slot] != 0) {
            return numbers[slot];
        }
        high[slot] = keyHigh;
        low[slot] = keyLow;
        numbers[slot] = number;
        size++;
        return 0;
    }

    private int slot(long keyHigh, long keyLow) {
        int mask = numbers.length - 1;
        int slot = (int) keyLow & mask;
        while (numbers[slot] != 0 && (high[slot] != keyHigh || low[slot] != keyLow)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        int[] oldNumbers = numbers;
        high = new long[2 * oldHigh.length];
        low = new long[2 * oldLow.length];
        numbers = new int[2 * oldNumbers.length];
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldNumbers[i] != 0) {
                int slot = slot(oldHigh[i], oldLow[i]);
                high[slot] = oldHigh[i];
                low[slot] = oldLow[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}
