package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.threshold.ClassicModel;
import dev.plumbline.analysis.threshold.ClassicTest;
import java.util.LinkedHashMap;
import java.util.Map;

/** The classic models with the boundaries that Bencher's documentation gives as examples, the same on both sides. */
final class ClassicRules {

    /** Bencher's own limit where nothing else is said. */
    static final int MOST_RUNS = 64;

    private static final double SHARE = 0.10;
    private static final double PROBABILITY = 0.99;
    private static final double RANGES = 3;

    private ClassicRules() {}

    /** The models by what a table calls them. */
    static Map<String, ClassicModel> all() {
        Map<String, ClassicModel> models = new LinkedHashMap<>();
        models.put("percentage, 10 %", model(ClassicTest.PERCENTAGE, SHARE));
        models.put("z-score, .99", model(ClassicTest.Z_SCORE, PROBABILITY));
        models.put("t-test, .99", model(ClassicTest.T_TEST, PROBABILITY));
        models.put("log-normal, .99", model(ClassicTest.LOG_NORMAL, PROBABILITY));
        models.put("IQR, 3", model(ClassicTest.IQR, RANGES));
        models.put("delta-IQR, 3", model(ClassicTest.DELTA_IQR, RANGES));
        return models;
    }

    private static ClassicModel model(ClassicTest test, double boundary) {
        return new ClassicModel(test, boundary, boundary, 2, MOST_RUNS, Long.MAX_VALUE);
    }
}
