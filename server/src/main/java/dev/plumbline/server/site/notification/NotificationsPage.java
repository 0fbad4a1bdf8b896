package dev.plumbline.server.site.notification;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.notification.rule.NotificationChannel;
import dev.plumbline.server.notification.rule.NotificationEvent;
import dev.plumbline.server.notification.rule.NotificationRule;
import dev.plumbline.server.notification.rule.NotificationRules;
import dev.plumbline.server.notification.watch.Watch;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.site.frame.Choice;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.frame.Moment;
import dev.plumbline.server.site.frame.Page;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.Tone;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is notified of what in a project, for its administrators.
 *
 * @param frame what surrounds it
 * @param url the page's address
 * @param revealed something that is shown only once; usually empty
 * @param rules the rules
 * @param form the form for a new rule, or for changing one
 * @param watches where runs are expected
 * @param feedUrl the feed's address
 * @param isPrivate whether the feed needs a token or a key
 * @param deliveriesUrl the page that says what happened to each message
 */
public record NotificationsPage(
        PageFrame frame,
        String url,
        Optional<Revealed> revealed,
        List<Rule> rules,
        Form form,
        List<WatchRow> watches,
        String feedUrl,
        boolean isPrivate,
        String deliveriesUrl)
        implements Page {

    public NotificationsPage {
        rules = List.copyOf(rules);
        watches = List.copyOf(watches);
    }

    /** Something that is shown only once: what it is, its text, and what it is for. */
    public record Revealed(String what, String text, String use) {}

    /**
     * A rule.
     *
     * @param id its key
     * @param name its name
     * @param way how and where messages are sent
     * @param events what it reports
     * @param filter which regressions, empty for all
     * @param enabled whether it sends anything at all
     * @param signs whether its messages are signed
     * @param last what happened to its last message
     */
    public record Rule(
            long id,
            String name,
            String way,
            String events,
            String filter,
            boolean enabled,
            boolean signs,
            Optional<Last> last) {

        static Rule of(NotificationRule rule, Optional<NotificationRules.LastMessage> last) {
            NotificationRule.Wish wish = rule.wish();
            String target = wish.shownTarget();
            return new Rule(
                    rule.id(),
                    Printable.line(wish.name()),
                    wish.channel().label() + (target.isEmpty() ? "" : " · " + Printable.line(target)),
                    String.join(
                            ", ",
                            wish.events().stream().map(NotificationEvent::label).toList()),
                    filter(wish),
                    wish.enabled(),
                    wish.signs(),
                    last.map(Last::of));
        }

        private static String filter(NotificationRule.Wish wish) {
            boolean all = wish.environment().equals("*")
                    && wish.benchmark().equals("*")
                    && wish.metric().equals("*");
            String which = all
                    ? ""
                    : "benchmark " + wish.benchmark() + ", metric " + wish.metric() + ", environment "
                            + wish.environment();
            String size = wish.minimumEffect() == 0 ? "" : "from " + Figures.magnitude(wish.minimumEffect()) + " on";
            return Printable.line(which.isEmpty() || size.isEmpty() ? which + size : which + "; " + size);
        }
    }

    /** What happened to a rule's last message. */
    public record Last(Tone tone, String state, Moment at, String error) {

        static Last of(NotificationRules.LastMessage last) {
            Tone tone = switch (last.state()) {
                case DELIVERED -> Tone.BETTER;
                case DEAD -> Tone.WORSE;
                case WAITING, DROPPED -> Tone.NEUTRAL;
            };
            return new Last(tone, last.state().label(), Moment.of(last.at()), Printable.line(last.error()));
        }
    }

    /**
     * The form of a rule.
     *
     * @param rule the key of the rule that it changes, empty for a new one
     * @param kept what may be shown of a target that is kept
     * @param channels to choose from
     * @param events to choose from
     */
    public record Form(
            String rule,
            String name,
            String kept,
            List<Choice> channels,
            List<Choice> events,
            String environment,
            String benchmark,
            String metric,
            String minimumPercent,
            boolean enabled) {

        public Form {
            channels = List.copyOf(channels);
            events = List.copyOf(events);
        }

        static Form of(Optional<NotificationRule> rule) {
            Optional<NotificationRule.Wish> wish = rule.map(NotificationRule::wish);
            return new Form(
                    rule.map(one -> String.valueOf(one.id())).orElse(""),
                    wish.map(NotificationRule.Wish::name).orElse(""),
                    wish.map(NotificationRule.Wish::shownTarget).orElse(""),
                    Arrays.stream(NotificationChannel.values())
                            .map(channel -> new Choice(
                                    channel.label(),
                                    channel.choice(),
                                    wish.map(one -> one.channel() == channel).orElse(false)))
                            .toList(),
                    Arrays.stream(NotificationEvent.values())
                            .map(event -> new Choice(
                                    event.label(),
                                    words(event),
                                    wish.map(NotificationRule.Wish::events)
                                            .orElse(NotificationEvent.usual())
                                            .contains(event)))
                            .toList(),
                    wish.map(NotificationRule.Wish::environment).orElse("*"),
                    wish.map(NotificationRule.Wish::benchmark).orElse("*"),
                    wish.map(NotificationRule.Wish::metric).orElse("*"),
                    wish.map(one -> percent(one.minimumEffect())).orElse("0"),
                    wish.map(NotificationRule.Wish::enabled).orElse(true));
        }

        private static String percent(double effect) {
            double percent = Math.round(effect * 10_000) / 100.0;
            return percent == Math.rint(percent) ? String.valueOf((long) percent) : String.valueOf(percent);
        }

        private static String words(NotificationEvent event) {
            return switch (event) {
                case OPENED -> "suspected";
                case CONFIRMED -> "confirmed";
                case REOPENED -> "back again";
                case FIXED -> "fixed";
                case RETRACTED -> "retracted";
                case TRIAGED -> "triaged";
                case WATCHDOG -> "run or benchmark missing";
            };
        }
    }

    /**
     * A watch.
     *
     * @param id its key
     * @param where environment and branch
     * @param every how often, and with which grace period
     * @param tone worse if a run is overdue
     * @param state what is known about the runs
     */
    public record WatchRow(long id, String where, String every, Tone tone, String state) {

        static WatchRow of(Watch watch, Project project) {
            String branch = watch.branch().isEmpty() ? project.baseBranch() : watch.branch();
            return new WatchRow(
                    watch.id(),
                    Printable.line(watch.environment() + ", " + branch),
                    "every " + hours(watch.every().toMinutes()) + ", grace "
                            + hours(watch.grace().toMinutes()),
                    watch.overdueSince().isPresent() ? Tone.WORSE : Tone.NEUTRAL,
                    watch.overdueSince()
                            .map(since -> "overdue since " + Moment.of(since).full())
                            .orElseGet(() -> watch.lastRunAt()
                                    .map(at -> "last run " + Moment.of(at).full())
                                    .orElse("no run so far")));
        }

        private static String hours(long minutes) {
            return minutes % 60 == 0 ? Figures.count(minutes / 60, "hour") : Figures.count(minutes, "minute");
        }
    }

    /** The page. */
    public static NotificationsPage of(
            PageFrame frame,
            Project project,
            List<NotificationRule> rules,
            Map<Long, NotificationRules.LastMessage> last,
            Optional<NotificationRule> edited,
            List<Watch> watches,
            Optional<Revealed> revealed) {
        Links links = new Links(project.slug());
        return new NotificationsPage(
                frame,
                links.notifications(),
                revealed,
                rules.stream()
                        .map(rule -> Rule.of(rule, Optional.ofNullable(last.get(rule.id()))))
                        .toList(),
                Form.of(edited),
                watches.stream().map(watch -> WatchRow.of(watch, project)).toList(),
                links.project() + "/regressions.atom",
                !project.isPublic(),
                links.deliveries());
    }

    @Override
    public String template() {
        return "notifications.jte";
    }
}
