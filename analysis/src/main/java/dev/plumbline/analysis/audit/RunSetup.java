package dev.plumbline.analysis.audit;

import dev.plumbline.analysis.model.Setup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the benchmarks of a run were measured: each different set-up once, and which benchmark has which.
 *
 * @param setups the different set-ups; the first is that of all benchmarks that
 *     {@code others} does not name. Never empty
 * @param others the place in {@code setups} of the benchmarks that have another one than the first, by a key that the
 *     caller chooses
 */
public record RunSetup(List<Setup> setups, Map<String, Integer> others) {

    public RunSetup {
        if (setups.isEmpty()) {
            throw new IllegalArgumentException("a run has no set-up, expected at least one");
        }
        setups = List.copyOf(setups);
        others = Map.copyOf(others);
    }

    /** The set-up of a benchmark. */
    public Setup of(String key) {
        return setups.get(Math.min(others.getOrDefault(key, 0), setups.size() - 1));
    }

    /** Gathers the set-ups of a run, one benchmark after the other. */
    public static final class Gathering {

        private final Map<Setup, Integer> places = new HashMap<>();
        private final List<Setup> setups = new ArrayList<>();
        private final Map<String, Integer> others = new HashMap<>();

        /** The next benchmark. */
        public void add(String key, Setup setup) {
            int place = places.computeIfAbsent(setup, first -> {
                setups.add(first);
                return setups.size() - 1;
            });
            if (place > 0) {
                others.put(key, place);
            }
        }

        /** Whether no benchmark was added. */
        public boolean isEmpty() {
            return setups.isEmpty();
        }

        /** What was gathered. */
        public RunSetup setup() {
            return new RunSetup(setups, others);
        }
    }
}
