package dev.plumbline.server.notification.message;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.text.Namesakes;
import dev.plumbline.server.forges.ForgeLinks;
import dev.plumbline.server.history.CommitLabel;
import dev.plumbline.server.history.MovedSeries;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.notification.rule.NotificationEvent;
import dev.plumbline.server.notification.thread.NotifiedRegression;
import dev.plumbline.server.notification.watch.Alarm;
import dev.plumbline.server.regression.RegressionState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages for tests of their forms. */
public final class Notifications {

    private static final Instant AT = Instant.parse("2026-11-23T06:00:00Z");

    private Notifications() {}

    /** A regression of two series after one commit, with texts that somebody else chose. */
    public static Notification.OfRegressions regression(
            NotificationEvent event, String benchmark, String subject, String author) {
        Notification.Head head = new Notification.Head(
                "https://plumbline.example.com", "acme", "Acme", 3, "Team", 7, true, AT, ForgeLinks.NONE);
        return new Notification.OfRegressions(head, event, List.of(regression(benchmark, subject, author)), "");
    }

    /** A benchmark that vanished, which the project also has in other modes and with other numbers of threads. */
    public static Notification.OfAlarms missing(String benchmark) {
        Notification.Head head = new Notification.Head(
                "https://plumbline.example.com", "acme", "Acme", 3, "Team", 0, true, AT, ForgeLinks.NONE);
        Alarm.Missing missing = new Alarm.Missing.Benchmark(
                4, benchmark, Map.of("size", "10"), "ss", 1, new Namesakes(true, true), false, Optional.empty());
        return new Notification.OfAlarms(
                head,
                false,
                List.of(new Alarm(1, "ci-linux", "main", missing, Optional.empty(), AT, AT, Optional.empty())));
    }

    private static NotifiedRegression regression(String benchmark, String subject, String author) {
        return new NotifiedRegression(
                12,
                RegressionState.CONFIRMED,
                "ci-linux",
                "main",
                41,
                AT,
                new NotifiedRegression.Range(
                        "1111111100000000",
                        false,
                        List.of(new CommitLabel("2222222200000000", subject, author, Optional.of(AT))),
                        1),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        moved(5, benchmark, "score", "s/op", 31.9e-6, 42.8e-6),
                        moved(6, benchmark, "gc.alloc.rate.norm", "B/op", 1024, 1040)),
                9);
    }

    private static MovedSeries moved(
            long id, String benchmark, String metric, String unit, double before, double after) {
        double ratio = after / before;
        return new MovedSeries(
                new SeriesIdentity(
                        id, 1, benchmark, Map.of("size", "10"), "avgt", 1, metric, unit, Direction.LOWER_IS_BETTER),
                ChangePoint.State.CONFIRMED,
                true,
                before,
                after,
                ratio,
                ratio * 0.98,
                ratio * 1.02,
                1e-6,
                "22222222",
                "22222222");
    }
}
