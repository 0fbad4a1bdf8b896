package dev.plumbline.analysis.profile;

import dev.plumbline.analysis.profile.ProfiledEvent.Sampling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers a profile while a file is read. */
public final class ProfileBuilder {

    private static final String OTHERS = "other threads";

    private final ProfileLimits limits;
    private final Frames frames = new Frames();
    private final Map<String, Event> events = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private long samples;
    private int nodes;
    private int threads;

    public ProfileBuilder(ProfileLimits limits) {
        this.limits = limits;
    }

    /** The profile has more than the limits allow. */
    public static final class TooLargeException extends RuntimeException {
        TooLargeException(String message) {
            super(message);
        }
    }

    /** The event of a name. */
    public Event event(String name, String unit, Sampling sampling) {
        Event event = events.get(name);
        if (event == null) {
            if (events.size() >= limits.threads()) {
                throw new TooLargeException("it has more than " + limits.threads() + " events");
            }
            event = new Event(name, unit, sampling);
            events.put(name, event);
        }
        return event;
    }

    /** The number of a frame, for stacks. */
    public int frame(Frame frame) {
        int number = frames.number(frame);
        if (number >= limits.frames()) {
            throw new TooLargeException("it has more than " + limits.frames() + " different functions");
        }
        return number;
    }

    /** Says something about the profile, once. */
    public void note(String sentence) {
        if (!notes.contains(sentence)) {
            notes.add(sentence);
        }
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return events.values().stream().allMatch(event -> event.threads.isEmpty());
    }

    /** What was gathered. */
    public Profile build(String format) {
        List<ProfiledEvent> all = events.values().stream()
                .filter(event -> !event.threads.isEmpty())
                .map(Event::build)
                .sorted(Comparator.comparingInt(event -> rank(event.name())))
                .toList();
        return new Profile(format, all, notes);
    }

    /** Where an event stands among those of a file: time on the processor, then other time, memory and waiting. */
    private static int rank(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("cputime")) {
            return 0;
        }
        if (lower.contains("park")
                || lower.contains("monitor")
                || lower.contains("pinned")
                || lower.contains("sleep")) {
            return 4;
        }
        return lower.contains("alloc") ? 3 : lower.contains("native") ? 2 : 1;
    }

    /** One event. */
    public final class Event {

        private final String name;
        private final String unit;
        private Sampling sampling;
        private final SortedMap<String, CallTree> threads = new TreeMap<>();
        private final Map<String, Long> inclusive = new LinkedHashMap<>();
        private Loss loss = Loss.NONE;

        private Event(String name, String unit, Sampling sampling) {
            this.name = name;
            this.unit = unit;
            this.sampling = sampling;
        }

        /** Says that weights don't tell how many samples there are. */
        public void samplesUnknown() {
            sampling = Sampling.UNKNOWN;
        }

        /** Says that all samples, so far taken to weigh 1, weigh this much. */
        public void rescale(long weight) {
            threads.values().forEach(tree -> tree.rescale(weight));
        }

        /** Adds to what is missing. */
        public void lost(Loss more) {
            loss = loss.plus(more);
        }

        /** Says what a function costs with all that it calls. */
        public void inclusive(String function, long weight) {
            inclusive.put(function, weight);
        }

        /**
         * Adds samples with the same stack.
         *
         * @param thread the thread's name; may be empty
         * @param stack numbers of frames, the root first; code without a symbol that calls code of the same library is one frame
         * @param weight what they weigh
         */
        public void add(String thread, IntStack stack, Weight weight) {
            if (++samples > limits.samples()) {
                throw new TooLargeException("it has more than " + limits.samples() + " samples");
            }
            CallTree tree = tree(thread);
            int depth = stack.size();
            int first = Math.max(0, depth - limits.depth());
            if (first > 0) {
                lost(new Loss(1, 0, 0));
            }
            if (depth == 0) {
                lost(new Loss(0, 1, 0));
            }
            int before = tree.size();
            int node = 0;
            for (int i = first; i < depth; i++) {
                int frame = stack.fromRoot(i);
                boolean again = tree.frame(node) == frame && !frames.get(frame).symbol();
                node = again ? node : tree.child(node, frame);
            }
            tree.add(node, weight);
            nodes += tree.size() - before;
            if (nodes > limits.nodes()) {
                throw new TooLargeException("its stacks differ in more than " + limits.nodes() + " places");
            }
        }

        private CallTree tree(String thread) {
            CallTree known = threads.get(thread);
            if (known != null) {
                return known;
            }
            boolean full = ProfileBuilder.this.threads >= limits.threads();
            ProfileBuilder.this.threads++;
            return threads.computeIfAbsent(full ? OTHERS : thread, first -> new CallTree());
        }

        private ProfiledEvent build() {
            return new ProfiledEvent(name, unit, sampling, frames, threads, Map.copyOf(inclusive), loss);
        }
    }
}
