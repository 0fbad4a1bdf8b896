package dev.plumbline.benchmarks.evaluation.data;

import java.util.List;

/** A half of the benchmarks, told by their names: what is tuned on one is checked on the other. All parameters of a method are in the same. */
public enum Half {
    BOTH,
    TUNING,
    CHECKING;

    public List<ForkData> of(List<ForkData> benchmarks) {
        return benchmarks.stream().filter(data -> takes(data.benchmark())).toList();
    }

    private boolean takes(String benchmark) {
        int parameters = benchmark.lastIndexOf('#');
        String method = parameters < 0 ? benchmark : benchmark.substring(0, parameters);
        boolean even = Math.floorMod(method.hashCode(), 2) == 0;
        return switch (this) {
            case BOTH -> true;
            case TUNING -> even;
            case CHECKING -> !even;
        };
    }
}
