package dev.plumbline.generator.history;

import dev.plumbline.generator.suite.MeasuredQuantity;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a commit did to benchmarks, which are given by their numbers. */
public sealed interface PlantedEffect {

    Set<Integer> benchmarks();

    /** What was done, for people. */
    String words(String benchmarks);

    /**
     * A quantity changed.
     *
     * @param quantities which
     * @param factor by what it was multiplied
     * @param added what was added after that, in the quantity's unit
     * @param environments where it can be seen
     */
    record Shift(
            Set<Integer> benchmarks,
            Set<MeasuredQuantity> quantities,
            double factor,
            double added,
            Set<Environment> environments)
            implements PlantedEffect {

        public Shift {
            benchmarks = Set.copyOf(benchmarks);
            quantities = Set.copyOf(quantities);
            environments = Set.copyOf(environments);
        }

        /** The level after the change of what was at a level before it. */
        double of(double level) {
            return level * factor + added;
        }

        @Override
        public String words(String of) {
            String change = added == 0
                    ? String.format(Locale.ROOT, "× %.2f", factor)
                    : String.format(Locale.ROOT, "+ %.0f", added);
            return sorted(quantities) + " " + change + " of " + of + " in " + sorted(environments);
        }

        private static String sorted(Set<? extends Enum<?>> all) {
            return all.stream()
                    .sorted(Comparator.comparing(Enum::name))
                    .map(each -> each.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" and "));
        }
    }

    /** The benchmarks of a class go on in another package. */
    record Move(Set<Integer> benchmarks, String from, String to) implements PlantedEffect {

        public Move {
            benchmarks = Set.copyOf(benchmarks);
        }

        @Override
        public String words(String of) {
            return from + " is now " + to;
        }
    }

    /** The benchmarks aren't in the results. */
    record Absence(Set<Integer> benchmarks) implements PlantedEffect {

        public Absence {
            benchmarks = Set.copyOf(benchmarks);
        }

        @Override
        public String words(String of) {
            return of + " not measured";
        }
    }

    /** Another machine: a shift of everything that takes time, in one environment. */
    record NewMachine(Set<Integer> benchmarks, Environment environment, double factor) implements PlantedEffect {

        public NewMachine {
            benchmarks = Set.copyOf(benchmarks);
        }

        @Override
        public String words(String of) {
            return String.format(Locale.ROOT, "a new machine in %s, times × %.2f", environment.label(), factor);
        }
    }
}
