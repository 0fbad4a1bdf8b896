package dev.plumbline.analysis.format.jmh;

import java.util.Arrays;

/**
 * The iterations of all metrics of one result, one after the other, divided into forks. One instance serves the whole
 * document, so that reading a result leaves no garbage except the values it passes on.
 */
final class RawValues {

    private double[] values = new double[256];
    private int size;
    private int[] forkEnds = new int[64];
    private int forks;

    void clear() {
        size = 0;
        forks = 0;
    }

    /** The number of iterations and forks held, which the limit on memory bounds. */
    int held() {
        return size + forks;
    }

    /** The number of forks that have ended; the next fork has this index. */
    int forks() {
        return forks;
    }

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    void endFork() {
        if (forks == forkEnds.length) {
            forkEnds = Arrays.copyOf(forkEnds, 2 * forks);
        }
        forkEnds[forks++] = size;
    }

    /** Where a fork's iterations begin. */
    int start(int fork) {
        return fork == 0 ? 0 : forkEnds[fork - 1];
    }

    /** Behind a fork's last iteration. */
    int end(int fork) {
        return forkEnds[fork];
    }

    /** The number of iterations of a fork. */
    int count(int fork) {
        return end(fork) - start(fork);
    }

    double value(int index) {
        return values[index];
    }

    /** The values from one index to before another, each times a factor. */
    double[] scaled(int from, int to, double factor) {
        double[] scaled = Arrays.copyOfRange(values, from, to);
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }
}
