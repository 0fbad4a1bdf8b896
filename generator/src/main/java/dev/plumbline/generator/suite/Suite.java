package dev.plumbline.generator.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The benchmarks of a project, class after class.
 *
 * @param classes the classes, with their packages
 * @param benchmarks the benchmarks, each at the place that is its number
 */
public record Suite(List<String> classes, List<Benchmark> benchmarks) {

    /** The package of the project's benchmarks. */
    public static final String PACKAGE = "dev.heron.bench";

    /** How many classes a suite has at least. */
    public static final int FEWEST_CLASSES = 10;

    private static final int USUAL_IN_A_CLASS = 6;
    private static final int SMALLEST_SIZE = 16;
    private static final int NEXT_SIZE = 8;
    private static final int SIZES = 5;
    private static final double GROWTH = 0.8;
    private static final int ALIGNMENT = 8;
    private static final double METHOD_STEP = 1.35;
    private static final double KIND_STEP = 1.2;

    public Suite {
        classes = List.copyOf(classes);
        benchmarks = List.copyOf(benchmarks);
    }

    /** A suite of so many benchmarks, at least two for each of the fewest classes. */
    public static Suite of(int benchmarks) {
        int classes = Math.max(FEWEST_CLASSES, Math.min(benchmarks / USUAL_IN_A_CLASS, Catalogue.size()));
        List<SuiteClass> chosen = Catalogue.first(classes);
        List<Benchmark> all = new ArrayList<>();
        for (int index = 0; index < classes; index++) {
            int until = benchmarks * (index + 1) / classes;
            for (int within = 0; all.size() < until; within++) {
                all.add(benchmark(all.size(), chosen.get(index), within));
            }
        }
        return new Suite(chosen.stream().map(SuiteClass::className).toList(), all);
    }

    private static Benchmark benchmark(int number, SuiteClass from, int within) {
        int method = within % from.methods().size();
        int combination = within / from.methods().size();
        int kinds = Math.max(1, from.kinds().size());
        int kind = combination % kinds;
        int size = combination / kinds % SIZES;
        int batch = combination / kinds / SIZES;
        Map<String, String> parameters = new TreeMap<>();
        if (!from.kind().isEmpty()) {
            parameters.put(from.kind(), from.kinds().get(kind));
        }
        parameters.put("size", Long.toString(SMALLEST_SIZE * Math.round(Math.pow(NEXT_SIZE, size))));
        if (batch > 0) {
            parameters.put("batch", Integer.toString(batch + 1));
        }
        double weight = Math.pow(METHOD_STEP, method)
                * Math.pow(KIND_STEP, kind)
                * Math.pow(NEXT_SIZE, size * GROWTH)
                * (batch + 1);
        return new Benchmark(
                number,
                from.className(),
                from.methods().get(method),
                parameters,
                from.mode(),
                from.noise(),
                from.nanos() * weight,
                ALIGNMENT * Math.rint(from.bytes() * weight / ALIGNMENT));
    }

    /** The benchmarks of a class, by its place. */
    public List<Benchmark> ofClass(int index) {
        return benchmarks.stream()
                .filter(each -> each.className().equals(classes.get(index)))
                .toList();
    }
}
