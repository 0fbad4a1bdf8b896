package dev.plumbline.generator.history;

import dev.plumbline.generator.suite.Benchmark;
import dev.plumbline.generator.suite.MeasuredQuantity;
import java.util.ArrayList;
import java.util.List;

/**
 * What the benchmarks measure at a commit: everything that was done to them until then.
 *
 * @param effects what was done, in its order
 */
public record Code(List<PlantedEffect> effects) {

    public Code {
        effects = List.copyOf(effects);
    }

    /** The code after more was done. */
    public Code and(List<PlantedEffect> more) {
        List<PlantedEffect> all = new ArrayList<>(effects);
        all.addAll(more);
        return new Code(all);
    }

    /** Whether the results have a benchmark. */
    public boolean has(Benchmark benchmark) {
        return effects.stream()
                .noneMatch(each -> each instanceof PlantedEffect.Absence
                        && each.benchmarks().contains(benchmark.number()));
    }

    /** The class in which a benchmark is. */
    public String className(Benchmark benchmark) {
        String name = benchmark.className();
        for (PlantedEffect effect : effects) {
            if (effect instanceof PlantedEffect.Move move && move.benchmarks().contains(benchmark.number())) {
                name = move.to();
            }
        }
        return name;
    }

    /** The level of a quantity in an environment, without noise. */
    public double level(Benchmark benchmark, MeasuredQuantity quantity, Environment environment) {
        double level = benchmark.level(quantity);
        for (PlantedEffect effect : effects) {
            if (effect.benchmarks().contains(benchmark.number())) {
                if (effect instanceof PlantedEffect.Shift shift
                        && shift.quantities().contains(quantity)
                        && shift.environments().contains(environment)) {
                    level = shift.of(level);
                } else if (effect instanceof PlantedEffect.NewMachine machine
                        && quantity == MeasuredQuantity.TIME
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
                .anyMatch(each ->
                        each instanceof PlantedEffect.NewMachine machine && machine.environment() == environment);
    }
}
