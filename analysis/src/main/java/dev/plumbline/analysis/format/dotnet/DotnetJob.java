package dev.plumbline.analysis.format.dotnet;

import dev.plumbline.analysis.format.json.JsonPart;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The job of a benchmark, which may be measured by several: with two runtimes, for example.
 *
 * @param text as {@code DisplayInfo} has it: {@code .NET 8.0(Runtime=.NET 8.0, IterationCount=20)}; empty for the default job
 * @param what the part that says what is measured ({@code .NET 8.0(Runtime=.NET 8.0)}) and not how long; empty when nothing does
 */
record DotnetJob(String text, String what) {

    private static final Pattern JOB = Pattern.compile("([^(]*)(?:\\((.*)\\))?");

    /** Names that BenchmarkDotNet gives to jobs that only say how long is measured, or makes up from what they say. */
    private static final Pattern TELLS_NOTHING =
            Pattern.compile("DefaultJob|Default|Dry|ShortRun|MediumRun|LongRun|VeryLongRun|Job-[A-Z0-9]+");

    private static final Pattern HOW_LONG = Pattern.compile("(Analyze|EvaluateOverhead|Force|InvocationCount|Invocation"
            + "|Iteration|Launch|Max|MemoryRandomization|Min|Mode|Outlier|PowerPlan|RemoveOutliers|RunStrategy|Target|Unroll"
            + "|Warmup).*");

    /** Values of a job's old properties that stand for no choice. */
    private static final Set<String> NO_CHOICE = Set.of("host", "auto", "default", "");

    /** The job of a benchmark. */
    static DotnetJob of(JsonPart benchmark) {
        String display = benchmark.of("DisplayInfo").text();
        if (display.isEmpty()) {
            return ofProperties(benchmark.of("Properties"));
        }
        String suffix = " ["
                + BenchmarkNames.NEXT.matcher(benchmark.of("Parameters").text()).replaceAll(", ") + "]";
        int end = display.endsWith(suffix) ? display.length() - suffix.length() : display.length();
        int colon = display.lastIndexOf(": ", end - 1);
        String job = colon < 0
                ? ""
                : display.substring(Math.min(colon + 2, end), end).strip();
        Matcher parts = JOB.matcher(job);
        if (!parts.matches()) {
            return new DotnetJob(job, job);
        }
        String name = TELLS_NOTHING.matcher(parts.group(1)).matches() ? "" : parts.group(1);
        String choices = parts.group(2) == null ? "" : parts.group(2);
        String what = Arrays.stream(choices.split(", "))
                .filter(choice -> !HOW_LONG.matcher(choice).matches())
                .collect(Collectors.joining(", "));
        return new DotnetJob(job, what.isEmpty() ? name : name + "(" + what + ")");
    }

    private static DotnetJob ofProperties(JsonPart properties) {
        String text = properties.fields().entrySet().stream()
                .filter(property ->
                        !NO_CHOICE.contains(property.getValue().text().toLowerCase(Locale.ROOT)))
                .map(property -> property.getKey() + "=" + property.getValue().text())
                .collect(Collectors.joining(", "));
        String what = Arrays.stream(text.split(", "))
                .filter(choice -> !HOW_LONG.matcher(choice).matches())
                .collect(Collectors.joining(", "));
        return new DotnetJob(text, what);
    }
}
