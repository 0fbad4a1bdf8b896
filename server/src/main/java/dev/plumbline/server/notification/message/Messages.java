package dev.plumbline.server.notification.message;

import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.text.Change;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.text.Quantities;
import dev.plumbline.server.forges.ForgeLinks;
import dev.plumbline.server.history.CommitLabel;
import dev.plumbline.server.history.MovedSeries;
import dev.plumbline.server.notification.rule.NotificationEvent;
import dev.plumbline.server.notification.thread.NotifiedRegression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Renders notifications as messages. */
public final class Messages {

    private static final int LONGEST_SUBJECT = 120;
    private static final int LONGEST_AUTHOR = 60;

    private Messages() {}

    /** The message of a notification. */
    public static Message of(Notification notification) {
        return switch (notification) {
            case Notification.OfRegressions regressions -> of(regressions);
            case Notification.OfAlarms alarms -> AlarmMessages.of(alarms);
            case Notification.Trial trial -> of(trial);
        };
    }

    private static Message of(Notification.OfRegressions notification) {
        NotifiedRegression first = notification.regressions().get(0);
        String what = what(notification.regressions());
        String where = " on " + Printable.line(first.environment());
        List<Message.Section> sections = new ArrayList<>();
        for (NotifiedRegression regression : notification.regressions()) {
            sections.add(section(notification, regression));
        }
        return new Message(
                tag(notification.head()) + what + where,
                verb(notification.event(), first) + ": " + what + where,
                notification.head().url("/regressions/" + first.id()),
                sections,
                footer(notification.head()));
    }

    private static Message of(Notification.Trial trial) {
        return new Message(
                tag(trial.head()) + "Test message",
                "Test message of the rule \"" + Printable.line(trial.head().rule()) + "\"",
                trial.head().url("/notifications"),
                List.of(new Message.Section(
                        "",
                        trial.head().url("/notifications"),
                        List.of("Nothing happened. Messages of this rule arrive here."),
                        List.of(),
                        List.of(),
                        "")),
                footer(trial.head()));
    }

    static String tag(Notification.Head head) {
        return "[" + head.slug() + "] ";
    }

    static String footer(Notification.Head head) {
        return "Sent by Plumbline under the notification rule \"" + Printable.line(head.rule()) + "\" of the project "
                + Printable.line(head.project()) + ".";
    }

    private static String verb(NotificationEvent event, NotifiedRegression regression) {
        return switch (event) {
            case OPENED -> "Suspected regression";
            case CONFIRMED -> "Regression";
            case REOPENED -> "Back again";
            case FIXED -> "Fixed";
            case RETRACTED -> "Not a regression after all";
            case TRIAGED -> capital(regression.state().words());
            case WATCHDOG -> throw new IllegalArgumentException("no event of a regression");
        };
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The worst change in one phrase: {@code Tokenizer.split +34.0 % slower and 2 more series}. */
    private static String what(List<NotifiedRegression> regressions) {
        Optional<NotifiedRegression.Shift> shift = regressions.get(0).shift();
        if (shift.isPresent()) {
            return "the whole suite " + percent(shift.get().ratio()) + " slower";
        }
        int series =
                regressions.stream().mapToInt(NotifiedRegression::seriesCount).sum();
        return regressions.stream()
                .flatMap(regression -> regression.worst().stream())
                .findFirst()
                .map(worst ->
                        name(worst) + " " + size(worst) + (series > 1 ? " and " + (series - 1) + " more series" : ""))
                .orElse("a change of " + series + " series");
    }

    private static Message.Section section(Notification.OfRegressions notification, NotifiedRegression regression) {
        List<String> sentences = new ArrayList<>();
        regression.shift().ifPresent(shift -> sentences.add(sentence(shift)));
        regression
                .shift()
                .filter(shift -> !shift.observed().isEmpty())
                .ifPresent(shift -> sentences.add(SuiteReport.cause(shift.observed(), Glyphs.UNICODE)));
        sentences.add(where(regression));
        regression
                .fixedBy()
                .filter(commit -> notification.event() == NotificationEvent.FIXED)
                .ifPresent(commit -> sentences.add("The level has been back since "
                        + said(commit(commit, notification.head().forge())) + "."));
        if (!notification.note().isEmpty()) {
            sentences.add("Note: " + Printable.line(notification.note()));
        }
        int unlisted = regression.seriesCount() - regression.worst().size();
        return new Message.Section(
                notification.regressions().size() == 1 ? "" : what(List.of(regression)),
                notification.head().url("/regressions/" + regression.id()),
                sentences,
                regression.range().commits().stream()
                        .map(commit -> commit(commit, notification.head().forge()))
                        .toList(),
                regression.worst().stream()
                        .map(moved -> line(notification.head(), moved))
                        .toList(),
                unlisted > 0 ? "and " + unlisted + " more series" : "");
    }

    private static String sentence(NotifiedRegression.Shift shift) {
        return shift.moved() + " of " + shift.series() + " benchmarks moved together, by " + percent(shift.ratio())
                + " (" + Change.interval(shift.low(), shift.high(), Glyphs.UNICODE) + ").";
    }

    private static String where(NotifiedRegression regression) {
        NotifiedRegression.Range range = regression.range();
        if (range.withinOneCommit()) {
            return "On " + Printable.line(regression.branch()) + " in " + Printable.line(regression.environment())
                    + ", both levels were measured at " + hash(range.previousSha())
                    + ", so the code didn't cause it: the machine did.";
        }
        String commits = range.count() == 1 ? "the commit" : "one of " + range.count() + " commits";
        String listed = range.count() > range.commits().size() ? ", latest first" : "";
        return "On " + Printable.line(regression.branch()) + " in " + Printable.line(regression.environment())
                + ", it came with " + commits + " after " + hash(range.previousSha()) + listed + ":";
    }

    private static Message.Line line(Notification.Head head, MovedSeries moved) {
        Quantities levels = Quantities.of(moved.series().unit(), moved.levelBefore(), moved.levelAfter());
        return new Message.Line(
                name(moved),
                Optional.of(head.url("/series/" + moved.series().seriesId())),
                size(moved) + " (" + Change.interval(moved.ratioLow(), moved.ratioHigh(), Glyphs.UNICODE) + "), "
                        + levels.format(moved.levelBefore()) + " → " + levels.format(moved.levelAfter()));
    }

    private static String size(MovedSeries moved) {
        return percent(moved.ratio()) + " " + moved.word();
    }

    private static String percent(double ratio) {
        return Change.percent(ratio, Glyphs.UNICODE);
    }

    private static String name(MovedSeries moved) {
        return SeriesNames.of(moved.series());
    }

    private static Message.Commit commit(CommitLabel commit, ForgeLinks forge) {
        int address = commit.author().indexOf(" <");
        String author = address > 0 ? commit.author().substring(0, address) : commit.author();
        return new Message.Commit(
                hash(commit.sha()),
                shortened(commit.subject(), LONGEST_SUBJECT),
                shortened(author, LONGEST_AUTHOR),
                forge.commit(commit.sha()));
    }

    private static String said(Message.Commit commit) {
        return commit.words().isEmpty() ? commit.hash() : commit.hash() + " " + commit.words();
    }

    /** One printable line of at most this many characters. */
    public static String shortened(String text, int longest) {
        String line = Printable.line(text).strip();
        if (line.codePointCount(0, line.length()) <= longest) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
    }

    static String hash(String sha) {
        return sha.substring(0, Math.min(8, sha.length()));
    }
}
