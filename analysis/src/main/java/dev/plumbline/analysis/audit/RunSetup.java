package dev.plumbline.analysis.audit;

import dev.plumbline.analysis.model.Setup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the benchmarks of a run were measured: each different set-up once, and which benchmark has which. If there are more than 200
 * set-ups, which no suite has, the rest are not kept.
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

    /** The set-up of a benchmark; empty when it was beyond the limit. */
    public Optional<Setup> of(String key) {
        int place = others.getOrDefault(key, 0);
        return place >= 0 && place < setups.size() ? Optional.of(setups.get(place)) : Optional.empty();
    }

    /**
     * The set-ups of a run that was measured in two parts.
     *
     * @param later those of the further part
     * @param keys the benchmarks of the further part; where both parts have one, the further part's set-up is the one that counts
     */
    public RunSetup with(RunSetup later, Collection<String> keys) {
        List<Setup> all = new ArrayList<>(setups);
        Map<String, Integer> placed = new HashMap<>(others);
        for (String key : keys) {
            int place = later.of(key).map(setup -> place(all, setup)).orElse(Gathering.NOT_KEPT);
            if (place == 0) {
                placed.remove(key);
            } else {
                placed.put(key, place);
            }
        }
        return new RunSetup(all, placed);
    }

    /** The place of a set-up, which is added where it is new and there is room. */
    private static int place(List<Setup> all, Setup setup) {
        int known = all.indexOf(setup);
        if (known >= 0 || all.size() >= Gathering.MOST_SETUPS) {
            return known;
        }
        all.add(setup);
        return all.size() - 1;
    }

    /** Collects the set-ups of a run, one benchmark after the other. */
    public static final class Gathering {

        private static final int MOST_SETUPS = 200;
        /** The place of a benchmark whose set-up was beyond the limit. */
        private static final int NOT_KEPT = -1;

        private static final int LONGEST_TEXT = 300;
        private static final int LONGEST_ARGUMENTS = 8_192;
        private static final int MOST_SETTINGS = 50;

        private final Map<Setup, Integer> places = new HashMap<>();
        private final List<Setup> setups = new ArrayList<>();
        private final Map<String, Integer> others = new HashMap<>();

        /** The next benchmark. */
        public void add(String key, Setup setup) {
            Setup kept = cut(setup);
            if (setups.size() < MOST_SETUPS && !places.containsKey(kept)) {
                places.put(kept, setups.size());
                setups.add(kept);
            }
            int place = places.getOrDefault(kept, NOT_KEPT);
            if (place != 0) {
                others.put(key, place);
            }
        }

        /** The set-up, with texts truncated that a hostile document made too long; truncated in the same way in every document. */
        private static Setup cut(Setup setup) {
            List<String> arguments = new ArrayList<>();
            int length = 0;
            for (String argument : setup.jvmArgs()) {
                length += argument.length() + 1;
                if (length <= LONGEST_ARGUMENTS) {
                    arguments.add(argument);
                }
            }
            return new Setup(
                    setup.harness(),
                    cut(setup.harnessVersion()),
                    "",
                    arguments,
                    cut(setup.jdkVersion()),
                    cut(setup.vmName()),
                    cut(setup.vmVersion()),
                    setup.forks(),
                    setup.warmupIterations(),
                    cut(setup.warmupTime()),
                    setup.warmupBatchSize(),
                    setup.measurementIterations(),
                    cut(setup.measurementTime()),
                    setup.measurementBatchSize(),
                    cut(setup.settings()));
        }

        private static SortedMap<String, String> cut(SortedMap<String, String> settings) {
            SortedMap<String, String> kept = new TreeMap<>();
            settings.forEach((name, value) -> {
                if (kept.size() < MOST_SETTINGS) {
                    kept.put(cut(name), cut(value));
                }
            });
            return kept;
        }

        private static String cut(String text) {
            return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
        }

        /** Whether no benchmark was added. */
        public boolean isEmpty() {
            return setups.isEmpty();
        }

        /** What was collected. */
        public RunSetup setup() {
            return new RunSetup(setups, others);
        }
    }
}
