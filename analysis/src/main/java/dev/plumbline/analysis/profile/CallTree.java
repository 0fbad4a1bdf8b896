package dev.plumbline.analysis.profile;

import java.util.Arrays;

/**
 * Stacks that have a beginning in common, as a tree of arrays: node 0 is above all roots, a node's parent has a smaller number, and
 * no two children of a node have the same frame. A million nodes take 36 MB.
 */
public final class CallTree {

    /** The parent of node 0, and its frame. */
    public static final int NONE = -1;

    private static final int FIRST_SIZE = 64;

    private int[] parents = new int[FIRST_SIZE];
    private int[] frames = new int[FIRST_SIZE];
    private long[] sums = new long[FIRST_SIZE];
    private long[] samples = new long[FIRST_SIZE];
    private double[] squares = new double[FIRST_SIZE];
    private int size = 1;
    /** Open addressing by parent and frame; 0 is empty. */
    private int[] table = new int[2 * FIRST_SIZE];

    CallTree() {
        parents[0] = NONE;
        frames[0] = NONE;
    }

    /** How many nodes there are, node 0 included. */
    public int size() {
        return size;
    }

    /** The number of the parent, smaller than the node's. */
    public int parent(int node) {
        return parents[node];
    }

    /** The number of the frame. */
    public int frame(int node) {
        return frames[node];
    }

    /** What the node has itself, its children left out. */
    public Weight self(int node) {
        return new Weight(sums[node], samples[node], squares[node]);
    }

    /** What each node has together with all below it. */
    public Weight[] totals() {
        long[] sum = Arrays.copyOf(sums, size);
        long[] count = Arrays.copyOf(samples, size);
        double[] square = Arrays.copyOf(squares, size);
        Weight[] totals = new Weight[size];
        for (int node = size - 1; node >= 0; node--) {
            totals[node] = new Weight(sum[node], count[node], square[node]);
            if (node > 0) {
                int parent = parents[node];
                sum[parent] = Weight.sum(sum[parent], sum[node]);
                count[parent] += count[node];
                square[parent] += square[node];
            }
        }
        return totals;
    }

    /** The child of a node with this frame, which is made if there is none. */
    int child(int node, int frame) {
        int mask = table.length - 1;
        int slot = slot(node, frame) & mask;
        while (table[slot] != 0) {
            int found = table[slot];
            if (parents[found] == node && frames[found] == frame) {
                return found;
            }
            slot = (slot + 1) & mask;
        }
        if (size == parents.length) {
            grow();
            return child(node, frame);
        }
        parents[size] = node;
        frames[size] = frame;
        table[slot] = size;
        return size++;
    }

    /** Adds what a node has itself. */
    void add(int node, Weight weight) {
        sums[node] = Weight.sum(sums[node], weight.sum());
        samples[node] += weight.samples();
        squares[node] += weight.squares();
    }

    /** Adds all stacks of another tree over the same frames. */
    void add(CallTree other) {
        int[] here = new int[other.size];
        for (int node = 0; node < other.size; node++) {
            here[node] = node == 0 ? 0 : child(here[other.parents[node]], other.frames[node]);
            add(here[node], other.self(node));
        }
    }

    /** Says that a sample doesn't weigh 1 but this much: there were so many times fewer. */
    void rescale(long weight) {
        for (int node = 0; node < size; node++) {
            samples[node] /= weight;
            squares[node] *= weight;
        }
    }

    private void grow() {
        int larger = 2 * parents.length;
        parents = Arrays.copyOf(parents, larger);
        frames = Arrays.copyOf(frames, larger);
        sums = Arrays.copyOf(sums, larger);
        samples = Arrays.copyOf(samples, larger);
        squares = Arrays.copyOf(squares, larger);
        table = new int[2 * larger];
        int mask = table.length - 1;
        for (int node = 1; node < size; node++) {
            int slot = slot(parents[node], frames[node]) & mask;
            while (table[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = node;
        }
    }

    private static int slot(int parent, int frame) {
        long mixed = (parent * 0x9E3779B97F4A7C15L) ^ (frame * 0xC2B2AE3D27D4EB4FL);
        mixed ^= mixed >>> 32;
        return (int) ((mixed * 0x9E3779B1L) >>> 8);
    }
}
