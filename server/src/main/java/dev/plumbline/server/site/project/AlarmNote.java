package dev.plumbline.server.site.project;

import dev.plumbline.analysis.text.Count;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.notification.watch.Alarm;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.Moment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What didn't arrive, in one line of the overview.
 *
 * @param text the line
 * @param url the page about it, if there is one
 * @param since since when
 * @param missing the benchmarks that are missing, if it is about any
 */
public record AlarmNote(String text, Optional<String> url, Moment since, List<Missing> missing) {

    /** How many benchmarks are listed. */
    private static final int MOST_LISTED = 200;

    /**
     * A benchmark.
     *
     * @param alarm the alarm's number
     * @param name the benchmark, and whether it failed
     * @param url its page
     * @param acceptable whether it can be accepted as removed
     */
    public record Missing(long alarm, String name, String url, boolean acceptable) {}

    public AlarmNote {
        missing = List.copyOf(missing);
    }

    /** Whether any of it can be accepted as removed. */
    public boolean acceptable() {
        return missing.stream().anyMatch(Missing::acceptable);
    }

    /** The notes of open alarms: one for each overdue run, one for all benchmarks that are missing in an environment. */
    static List<AlarmNote> of(List<Alarm> alarms, Links links) {
        List<AlarmNote> notes = new ArrayList<>();
        Map<String, List<Alarm>> missing = new LinkedHashMap<>();
        for (Alarm alarm : alarms) {
            String environment = Printable.line(alarm.environment());
            switch (alarm.missing()) {
                case Alarm.Missing.Run run ->
                    notes.add(new AlarmNote(
                            "A run of " + Printable.line(alarm.branch()) + " on " + environment + " is overdue",
                            alarm.lastRun().map(last -> links.run(last.id())),
                            Moment.of(alarm.since()),
                            List.of()));
                case Alarm.Missing.Benchmark benchmark ->
                    missing.computeIfAbsent(environment, first -> new ArrayList<>())
                            .add(alarm);
            }
        }
        missing.forEach((environment, lost) -> notes.add(missing(environment, lost, links)));
        return notes;
    }

    private static AlarmNote missing(String environment, List<Alarm> alarms, Links links) {
        List<Missing> missing = new ArrayList<>();
        int failed = 0;
        Optional<String> since = Optional.empty();
        for (Alarm alarm : alarms) {
            if (alarm.missing() instanceof Alarm.Missing.Benchmark benchmark) {
                failed += benchmark.failed() ? 1 : 0;
                since = benchmark.sinceCommit();
                missing.add(new Missing(
                        alarm.id(),
                        name(benchmark) + (benchmark.failed() ? " failed" : ""),
                        links.benchmark(benchmark.benchmarkId()),
                        !benchmark.failed()));
            }
        }
        boolean together =
                alarms.stream().map(AlarmNote::sinceCommit).distinct().count() == 1;
        return new AlarmNote(
                words(missing.size() - failed, failed) + " on " + environment
                        + (together
                                ? since.map(sha -> " since " + CommitView.abbreviated(sha))
                                        .orElse("")
                                : ""),
                alarms.get(0).lastRun().map(last -> links.run(last.id())),
                Moment.of(alarms.get(0).since()),
                missing.subList(0, Math.min(MOST_LISTED, missing.size())));
    }

    private static Optional<String> sinceCommit(Alarm alarm) {
        return alarm.missing() instanceof Alarm.Missing.Benchmark benchmark
                ? benchmark.sinceCommit()
                : Optional.empty();
    }

    private static String words(int missing, int failed) {
        if (missing == 0) {
            return failed == 1 ? "1 benchmark failed" : Count.of(failed) + " benchmarks failed";
        }
        String words = Count.of(missing, "benchmark is", "benchmarks are") + " missing";
        return failed == 0 ? words : words + " and " + Count.of(failed) + " failed";
    }

    private static String name(Alarm.Missing.Benchmark benchmark) {
        String params = benchmark.params().entrySet().stream()
                .map(param -> param.getKey() + "=" + param.getValue())
                .collect(Collectors.joining(", "));
        return Printable.line((params.isEmpty() ? benchmark.name() : benchmark.name() + " (" + params + ")")
                + benchmark.namesakes().text(benchmark.mode(), benchmark.threads()));
    }
}
