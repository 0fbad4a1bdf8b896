package dev.plumbline.analysis.profile;

import java.util.Arrays;

/** Numbers of frames on top of each other, reused from stack to stack. */
public final class IntStack {

    private int[] values = new int[64];
    private int size;
    private boolean leafFirst;

    /** Forgets all of them. */
    public void clear(boolean leafComesFirst) {
        size = 0;
        leafFirst = leafComesFirst;
    }

    /** Adds the next. */
    public void push(int frame) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = frame;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** A number by its distance from the root. */
    int fromRoot(int index) {
        return values[leafFirst ? size - 1 - index : index];
    }
}
