package dev.plumbline.server.site.notification;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.auth.Access;
import dev.plumbline.server.auth.Permission;
import dev.plumbline.server.auth.TokenSecret;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.PathKeys;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.notification.SigningSecret;
import dev.plumbline.server.notification.channel.NotifyHosts;
import dev.plumbline.server.notification.channel.RuleCheck;
import dev.plumbline.server.notification.feed.FeedKeys;
import dev.plumbline.server.notification.rule.NotificationRule;
import dev.plumbline.server.notification.rule.NotificationRules;
import dev.plumbline.server.notification.thread.NotificationThreads;
import dev.plumbline.server.notification.watch.Watches;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.PageReplies;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The page of a project's notifications, and its forms. For administrators only. */
public final class NotificationPageRoutes implements Routes {

    private static final String PATH = "/projects/:project/notifications";
    private static final String ONE = PATH + "/:notification";
    private static final int BODY_LIMIT = 65_536;

    private final NotificationRules rules;
    private final NotificationThreads threads;
    private final Watches watches;
    private final FeedKeys keys;
    private final RuleCheck check;
    private final PageReplies replies;
    private final SecureRandom random = new SecureRandom();

    public NotificationPageRoutes(Database database, NotifyHosts hosts, PageReplies replies) {
        this.rules = new NotificationRules(database);
        this.threads = new NotificationThreads(database);
        this.watches = new Watches(database);
        this.keys = new FeedKeys(database);
        this.check = new RuleCheck(hosts);
        this.replies = replies;
    }

    @Override
    public void mount(Router router) {
        router.get(PATH)
                .handler(context -> replies.project(
                        context, Permission.ADMIN, access -> page(context, access.project(), Optional.empty())));
        reveal(router, PATH, this::save);
        change(router, PATH + "/watches", this::watch);
        change(router, PATH + "/watches/:watch/delete", (context, project) -> {
            watches.delete(project.id(), PathKeys.of(context, "watch"));
            return links(project);
        });
        reveal(router, PATH + "/feed-key", this::newFeedKey);
        change(router, PATH + "/feed-key/delete", (context, project) -> {
            keys.revoke(project.id());
            return links(project);
        });
        change(router, ONE + "/test", (context, project) -> {
            threads.enqueueTrial(project.id(), rule(context, project));
            return links(project);
        });
        change(router, ONE + "/delete", (context, project) -> {
            rules.delete(project.id(), PathKeys.of(context, "notification"));
            return links(project);
        });
        reveal(router, ONE + "/secret", this::newSecret);
    }

    private void change(Router router, String path, BiFunction<RoutingContext, Project, String> work) {
        router.post(path)
                .handler(replies.form(BODY_LIMIT))
                .handler(context ->
                        replies.change(context, Permission.ADMIN, access -> work.apply(context, access.project())));
    }

    /** A form whose answer may contain something that is shown only once. */
    private void reveal(
            Router router,
            String path,
            BiFunction<RoutingContext, Project, Optional<NotificationsPage.Revealed>> work) {
        Function<RoutingContext, Function<Access, NotificationsPage>> answer =
                context -> access -> page(context, access.project(), work.apply(context, access.project()));
        router.post(path)
                .handler(replies.form(BODY_LIMIT))
                .handler(context -> replies.changed(context, Permission.ADMIN, answer.apply(context)::apply));
    }

    private NotificationsPage page(
            RoutingContext context, Project project, Optional<NotificationsPage.Revealed> revealed) {
        Links links = new Links(project.slug());
        PageFrame frame = replies.frame(
                context,
                "Notifications · " + Printable.line(project.name()),
                List.of(
                        new PageFrame.Crumb("Projects", "/"),
                        new PageFrame.Crumb(Printable.line(project.name()), links.project())));
        Optional<NotificationRule> edited =
                new Parameters(context.queryParams()).key("edit").flatMap(rule -> rules.find(project.id(), rule));
        return NotificationsPage.of(
                frame,
                project,
                rules.all(project.id()),
                rules.lastMessages(project.id()),
                edited,
                watches.all(project.id()),
                revealed);
    }

    private Optional<NotificationsPage.Revealed> save(RoutingContext context, Project project) {
        RuleForm form = new RuleForm(context.request().formAttributes());
        Optional<NotificationRule> present = form.rule()
                .map(rule -> rules.find(project.id(), rule).orElseThrow(() -> PathKeys.missing("notification")));
        NotificationRule.Wish asked = form.wish();
        boolean otherChannel =
                present.map(rule -> rule.wish().channel() != asked.channel()).orElse(true);
        NotificationRule.Wish wish = check.checked(
                asked.target().isBlank() && !otherChannel
                        ? asked.withTarget(present.orElseThrow().wish().target())
                        : asked);
        String secret = SigningSecret.create(random);
        if (present.isEmpty()) {
            rules.create(project.id(), wish, secret);
        } else {
            rules.replace(
                    project.id(), present.get().id(), wish, otherChannel ? Optional.of(secret) : Optional.empty());
        }
        return otherChannel && wish.signs() ? Optional.of(signing(secret)) : Optional.empty();
    }

    private Optional<NotificationsPage.Revealed> newSecret(RoutingContext context, Project project) {
        NotificationRule rule = rule(context, project);
        String secret = SigningSecret.create(random);
        rules.replace(project.id(), rule.id(), rule.wish(), Optional.of(secret));
        return Optional.of(signing(secret));
    }

    private static NotificationsPage.Revealed signing(String secret) {
        return new NotificationsPage.Revealed(
                "The webhook's secret",
                secret,
                "Give it to the receiver, which verifies the messages' signature with it.");
    }

    private Optional<NotificationsPage.Revealed> newFeedKey(RoutingContext context, Project project) {
        String key = SigningSecret.forFeed(random);
        keys.replace(project.id(), new TokenSecret(key).hash());
        String address = replies.address(context) + "/projects/" + project.slug() + "/regressions.atom?key=" + key;
        return Optional.of(
                new NotificationsPage.Revealed("The feed's address", address, "Give it to your feed reader."));
    }

    private String watch(RoutingContext context, Project project) {
        RuleForm form = new RuleForm(context.request().formAttributes());
        watches.put(
                project.id(),
                form.text("environment"),
                form.text("branch"),
                form.hours("everyHours"),
                form.hours("graceHours"));
        return links(project);
    }

    private NotificationRule rule(RoutingContext context, Project project) {
        return rules.find(project.id(), PathKeys.of(context, "notification"))
                .orElseThrow(() -> PathKeys.missing("notification"));
    }

    private static String links(Project project) {
        return new Links(project.slug()).notifications();
    }
}
