package dev.plumbline.analysis.format.document;

import dev.plumbline.analysis.model.BenchmarkId;
import java.util.Map;

/**
 * The benchmarks that a document has named so far, as 128 bits of each identity and the number of its result: an
 * open-addressed table, so that 100,000 results cost less than 6 MB.
 *
 * <p>The bits are two polynomial hashes modulo 2^64 with a final mix. Anyone who makes two identities collide on purpose
 * gets their own document rejected, and nothing else.
 */
public final class SeenIdentities {

    private static final long FIRST = 0x9E3779B97F4A7C15L;
    private static final long SECOND = 0xD1B54A32D192ED03L;
    /** Follows each text, and isn't a character: where one text ends and the next begins is part of the identity. */
    private static final int END = 0x110000;

    private long[] high = new long[256];
    private long[] low = new long[256];
    private int[] numbers = new int[256];
    private int size;
    private long first;
    private long second;

    /**
     * Remembers an identity.
     *
     * @param benchmark the identity
     * @param number its result, from 1
     * @return the number of the result that had the identity before, or 0
     */
    public int remember(BenchmarkId benchmark, int number) {
        first = 1;
        second = 1;
        add(benchmark.name());
        for (Map.Entry<String, String> param : benchmark.params().entrySet()) {
            add(param.getKey());
            add(param.getValue());
        }
        add(benchmark.mode().label());
        add(benchmark.threads());
        long keyHigh = mix(first);
        long keyLow = mix(second);
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

    private void add(String text) {
        for (int i = 0; i < text.length(); i++) {
            add(text.charAt(i));
        }
        add(END);
    }

    private void add(int character) {
        first = first * FIRST + character;
        second = second * SECOND + character;
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014). */
    private static long mix(long hash) {
        long mixed = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
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
