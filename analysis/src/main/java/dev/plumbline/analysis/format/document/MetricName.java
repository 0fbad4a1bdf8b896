package dev.plumbline.analysis.format.document;

import dev.plumbline.analysis.model.Metric;

/**
 * The names of secondary metrics. JMH before 1.37 marked what a profiler or a percentile adds with a middle dot
 * ({@code ·gc.alloc.rate}, {@code prod·p0.50}); later versions leave it out ({@code gc.alloc.rate}, {@code prod:p0.50}).
 * Both are one metric.
 */
public final class MetricName {

    private static final char DOT = '·';
    /** A middle dot whose UTF-8 bytes were read as Latin-1 and written again. */
    private static final String MISREAD_DOT = "Â·";

    private MetricName() {}

    /**
     * The metric's name for a label of the document.
     *
     * @param label as the document has it
     * @param benchmark class and method of the result: a percentile of the method itself does not repeat its name
     */
    public static String of(String label, String benchmark) {
        String name = label;
        int dot = label.indexOf(DOT);
        if (dot >= 0) {
            int end = label.startsWith(MISREAD_DOT, dot - 1) ? dot - 1 : dot;
            String owner = label.substring(0, end);
            String rest = label.substring(dot + 1);
            name = owner.isEmpty() || owner.equals(method(benchmark)) ? rest : owner + ":" + rest;
        }
        return name.equals(Metric.SCORE) ? "secondary:" + name : name;
    }

    private static String method(String benchmark) {
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }
}
