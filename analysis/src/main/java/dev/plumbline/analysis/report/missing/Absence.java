package dev.plumbline.analysis.report.missing;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Metric;
import java.util.List;
import java.util.stream.Collectors;

/** Something that was measured before and has no number now: a benchmark, or some metrics of one. */
public sealed interface Absence {

    /** The benchmark that it is about. */
    BenchmarkId benchmark();

    /** The metrics that have no number: the score if it is the whole benchmark. */
    List<String> metrics();

    /** The word for it, as the API has it. */
    String what();

    /** The results don't have the benchmark: it was removed, renamed or filtered, or its fork ended before it was measured. */
    record Missing(BenchmarkId benchmark) implements Absence {

        @Override
        public List<String> metrics() {
            return List.of(Metric.SCORE);
        }

        @Override
        public String what() {
            return "missing";
        }

        @Override
        public boolean whole() {
            return true;
        }
    }

    /** The results have the benchmark, and its score is no finite number. */
    record Failed(BenchmarkId benchmark) implements Absence {

        @Override
        public List<String> metrics() {
            return List.of(Metric.SCORE);
        }

        @Override
        public String what() {
            return "failed";
        }

        @Override
        public boolean whole() {
            return true;
        }
    }

    /**
     * The benchmark has a score, and other metrics that it had before have no number.
     *
     * @param metrics their names, at least one
     */
    record WithoutNumber(BenchmarkId benchmark, List<String> metrics) implements Absence {

        public WithoutNumber {
            metrics = List.copyOf(metrics);
        }

        @Override
        public String what() {
            return "no-number";
        }

        @Override
        public boolean whole() {
            return false;
        }
    }

    /** Whether the whole benchmark has no number. */
    boolean whole();

    /** What it is and how it is listed: {@code failed: com.acme.Foo.bar [avgt]}. */
    default String words() {
        return (whole() ? what() : "no number") + ": " + label();
    }

    /** How it is listed: {@code com.acme.Foo.bar (size=10) [avgt]}, with its metrics if it is about them. */
    default String label() {
        BenchmarkId id = benchmark();
        String params = id.params().isEmpty()
                ? ""
                : id.params().entrySet().stream()
                        .map(param -> param.getKey() + "=" + param.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
        String threads = id.threads() == 1 ? "" : ", " + id.threads() + " threads";
        return id.name() + params + " [" + id.mode().label() + threads + "]"
                + (whole() ? "" : ": " + String.join(", ", metrics()));
    }
}
