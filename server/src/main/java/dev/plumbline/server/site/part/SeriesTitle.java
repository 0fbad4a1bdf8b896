package dev.plumbline.server.site.part;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.text.NameParts;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.history.SeriesIdentity;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The name of a series in its parts, so that the important one stands out.
 *
 * @param packageName the class's package with its final dot, may be empty
 * @param className the class, may be empty
 * @param method the method
 * @param params parameter values, each as {@code name=value}
 * @param distinction mode and threads as far as they tell it apart from others of that name, each for itself
 * @param mode what the score means, in words, with the threads where there are several, or others of that name differ in them
 * @param metric the metric in words
 * @param isScore whether the metric is the primary score
 */
public record SeriesTitle(
        String packageName,
        String className,
        String method,
        List<String> params,
        List<String> distinction,
        String mode,
        String metric,
        boolean isScore) {

    public SeriesTitle {
        params = List.copyOf(params);
        distinction = List.copyOf(distinction);
    }

    /** The title of a series. */
    public static SeriesTitle of(SeriesIdentity series) {
        String name = Printable.line(series.benchmark());
        NameParts parts = NameParts.of(name);
        String mode = modeWords(series.mode());
        return new SeriesTitle(
                parts.place(),
                parts.owner(),
                parts.member(),
                series.params().entrySet().stream()
                        .map(param -> Printable.line(param.getKey() + "=" + param.getValue()))
                        .toList(),
                series.distinction().stream().map(Printable::line).toList(),
                withThreads(mode, series),
                series.metric().equals(Metric.SCORE) ? mode : Printable.line(series.metric()),
                series.isScore());
    }

    /** Class and method. */
    public String shortName() {
        return className.isEmpty() ? method : className + "." + method;
    }

    /** Everything on one line, for titles and descriptions. */
    public String line() {
        return benchmarkLine() + (isScore ? "" : " · " + metric);
    }

    /** Everything but the metric on one line. */
    public String benchmarkLine() {
        String arguments = params.stream()
                .collect(Collectors.joining(", ", params.isEmpty() ? "" : " (", params.isEmpty() ? "" : ")"));
        String apart = distinction.stream().map(part -> " " + part).collect(Collectors.joining());
        return shortName() + arguments + apart;
    }

    /** One thread is said where others of that name have more. */
    private static String withThreads(String mode, SeriesIdentity series) {
        if (series.threads() == 1) {
            return series.namesakes().threads() ? mode + ", 1 thread" : mode;
        }
        return mode + ", " + series.threads() + " threads";
    }

    private static String modeWords(String label) {
        return switch (label) {
            case "thrpt" -> "throughput";
            case "avgt" -> "average time";
            case "sample" -> "sampled time";
            case "ss" -> "single-shot time";
            default -> Printable.line(label);
        };
    }
}
