package dev.plumbline.generator.history;

import dev.plumbline.generator.suite.Benchmark;
import dev.plumbline.generator.suite.Quantity;
import java.util.ArrayList;
import java.util.List;

/**
 * What the benchmarks measure at a commit: everything that was done to them until then.
 *
 * @param effects what was done, in its order
 */
public record Code(List<Effect> effects) {

    public Code {
        effects = List.copyOf(effects);
    }

    /** The code after more was done. */
    public Code and(List<Effect> more) {
        List<Effect> all = new ArrayList<>(effects);
        all.addAll(more);
        return new Code(all);
    }

    /** Whether the results have a benchmark. */
    public boolean has(Benchmark benchmark) {
        return effects.stream()
                .noneMatch(each ->
                        each instanceof Effect.Absence && each.benchmarks().contains(benchmark.number()));
    }

    /** The class in which a benchmark is. */
    public String className(Benchmark benchmark) {
        String name = benchmark.className();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Move move && move.benchmarks().contains(benchmark.number())) {
                name = move.to();
            }
        }
        return name;
    }

    /** The level of a quantity in an environment, without noise. */
    public double level(Benchmark benchmark, Quantity quantity, Environment environment) {
        double level = benchmark.level(quantity);
        for (Effect effect : effects) {
            if (effect.benchmarks().contains(benchmark.number())) {
                if (effect instanceof Effect.Shift shift
                        && shift.quantities().contains(quantity)
                        && shift.environments().contains(environment)) {
                    level = shift.of(level);
                } else if (effect instanceof Effect.NewMachine machine
                        && quantity == Quantity.TIME
                        && machine.environment() == environment) {
                    level *= machine.factor();
                }
            }
        }
        return level;
    }

    /** Whether an environment has its new machine. */
    public boolean newMachine(Environment environment) {
        return effects.stream()
                .anyMatch(each -> each instanceof Effect.NewMachine machine && machine.environment() == environment);
    }
}
