package dev.plumbline.server.site.project;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.notification.watch.Alarm;
import dev.plumbline.server.site.frame.Moment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What didn't arrive, in one line of the overview.
 *
 * @param text the line
 * @param url the page about it, if there is one
 * @param since since when
 */
public record AlarmNote(String text, Optional<String> url, Moment since) {

    /** The notes of open alarms: one for each overdue run, one for all benchmarks that vanished from an environment. */
    static List<AlarmNote> of(List<Alarm> alarms, Links links) {
        List<AlarmNote> notes = new ArrayList<>();
        Map<String, List<Alarm>> vanished = new LinkedHashMap<>();
        for (Alarm alarm : alarms) {
            String environment = Printable.line(alarm.environment());
            switch (alarm.missing()) {
                case Alarm.Missing.Run run ->
                    notes.add(new AlarmNote(
                            "A run of " + Printable.line(alarm.branch()) + " on " + environment + " is overdue",
                            alarm.lastRun().map(last -> links.run(last.id())),
                            Moment.of(alarm.since())));
                case Alarm.Missing.Benchmark benchmark ->
                    vanished.computeIfAbsent(environment, first -> new ArrayList<>())
                            .add(alarm);
            }
        }
        vanished.forEach((environment, missing) -> notes.add(vanished(environment, missing, links)));
        return notes;
    }

    private static AlarmNote vanished(String environment, List<Alarm> missing, Links links) {
        Alarm first = missing.get(0);
        if (missing.size() == 1 && first.missing() instanceof Alarm.Missing.Benchmark benchmark) {
            return new AlarmNote(
                    Printable.line(benchmark.name()) + " vanished from the runs on " + environment,
                    Optional.of(links.benchmark(benchmark.benchmarkId())),
                    Moment.of(first.since()));
        }
        return new AlarmNote(
                missing.size() + " benchmarks vanished from the runs on " + environment,
                first.lastRun().map(last -> links.run(last.id())),
                Moment.of(first.since()));
    }
}
