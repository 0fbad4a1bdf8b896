package dev.plumbline.server.notification.channel;

import dev.plumbline.server.forges.ForgeLinks;
import dev.plumbline.server.history.CommitLabel;
import dev.plumbline.server.history.MovedSeries;
import dev.plumbline.server.notification.message.Notification;
import dev.plumbline.server.notification.thread.NotifiedRegression;
import dev.plumbline.server.regression.RegressionKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a webhook gets of regressions. A number that is not known is null. */
record WebhookRegressions(String note, List<Regression> regressions) {

    WebhookRegressions {
        regressions = List.copyOf(regressions);
    }

    static WebhookRegressions of(Notification.OfRegressions notification) {
        return new WebhookRegressions(
                notification.note(),
                notification.regressions().stream()
                        .map(regression -> Regression.of(notification.head(), regression))
                        .toList());
    }

    record Regression(
            long id,
            String url,
            String state,
            String kind,
            String environment,
            String branch,
            Instant openedAt,
            long run,
            String afterCommit,
            int commitCount,
            List<Commit> commits,
            Optional<String> rangeUrl,
            Optional<Commit> fixedBy,
            Optional<Shift> shift,
            int seriesCount,
            List<Series> series) {

        Regression {
            commits = List.copyOf(commits);
            series = List.copyOf(series);
        }

        static Regression of(Notification.Head head, NotifiedRegression regression) {
            return new Regression(
                    regression.id(),
                    head.url("/regressions/" + regression.id()),
                    regression.state().label(),
                    (regression.shift().isPresent() ? RegressionKind.SUITE : RegressionKind.SERIES).label(),
                    regression.environment(),
                    regression.branch(),
                    regression.openedAt(),
                    regression.runId(),
                    regression.range().previousSha(),
                    regression.range().count(),
                    regression.range().commits().stream()
                            .map(commit -> Commit.of(commit, head.forge()))
                            .toList(),
                    regression.range().commits().stream()
                            .findFirst()
                            .flatMap(latest ->
                                    head.forge().range(regression.range().previousSha(), latest.sha())),
                    regression.fixedBy().map(commit -> Commit.of(commit, head.forge())),
                    regression.shift().map(Shift::of),
                    regression.seriesCount(),
                    regression.worst().stream()
                            .map(moved -> Series.of(head, moved))
                            .toList());
        }
    }

    record Commit(String sha, String subject, String author, Optional<String> url) {

        static Commit of(CommitLabel commit, ForgeLinks forge) {
            return new Commit(commit.sha(), commit.subject(), commit.author(), forge.commit(commit.sha()));
        }
    }

    record Shift(double ratio, double low, double high, int moved, int of) {

        static Shift of(NotifiedRegression.Shift shift) {
            return new Shift(shift.ratio(), shift.low(), shift.high(), shift.moved(), shift.series());
        }
    }

    record Series(
            long id,
            String url,
            String benchmark,
            Map<String, String> params,
            String mode,
            int threads,
            String metric,
            String unit,
            double before,
            double after,
            double ratio,
            double low,
            double high) {

        static Series of(Notification.Head head, MovedSeries moved) {
            return new Series(
                    moved.series().seriesId(),
                    head.url("/series/" + moved.series().seriesId()),
                    moved.series().benchmark(),
                    moved.series().params(),
                    moved.series().mode(),
                    moved.series().threads(),
                    moved.series().metric(),
                    moved.series().unit(),
                    moved.levelBefore(),
                    moved.levelAfter(),
                    moved.ratio(),
                    moved.ratioLow(),
                    moved.ratioHigh());
        }
    }
}
