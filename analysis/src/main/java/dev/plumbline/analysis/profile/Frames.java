package dev.plumbline.analysis.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The frames of a profile, each once, by number from 0. */
public final class Frames {

    private final List<Frame> all = new ArrayList<>();
    private final Map<Frame, Integer> numbers = new HashMap<>();

    /** The number of a frame, which becomes known if it isn't. */
    int number(Frame frame) {
        Integer known = numbers.get(frame);
        if (known != null) {
            return known;
        }
        numbers.put(frame, all.size());
        all.add(frame);
        return all.size() - 1;
    }

    /** The frame with a number. */
    public Frame get(int number) {
        return all.get(number);
    }

    /** How many there are. */
    public int size() {
        return all.size();
    }
}
