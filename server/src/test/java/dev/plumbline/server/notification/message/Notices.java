package dev.plumbline.server.notification.message;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.server.history.CommitLabel;
import dev.plumbline.server.history.MovedSeries;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.notification.announcement.AnnouncedRegression;
import dev.plumbline.server.notification.rule.NotificationEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages for tests of their forms. */
public final class Notices {

    private static final Instant AT = Instant.parse("2026-11-23T06:00:00Z");

    private Notices() {}

    /** A regression of two series after one commit, with texts that somebody else chose. */
    public static Notice.OfRegressions regression(
            NotificationEvent event, String benchmark, String subject, String author) {
        Notice.Head head = new Notice.Head("https://plumbline.example.com", "acme", "Acme", 3, "Team", 7, true, AT);
        return new Notice.OfRegressions(head, event, List.of(regression(benchmark, subject, author)), "");
    }

    private static AnnouncedRegression regression(String benchmark, String subject, String author) {
        return new AnnouncedRegression(
                12,
                "confirmed",
                "ci-linux",
                "main",
                41,
                AT,
                new AnnouncedRegression.Range(
                        "1111111100000000",
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
                "confirmed",
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
