package dev.plumbline.server.api;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.http.Admission;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.notification.channel.NotifyHosts;
import dev.plumbline.server.notification.channel.RuleCheck;
import dev.plumbline.server.notification.feed.FeedKeys;
import dev.plumbline.server.notification.rule.NotificationRules;
import dev.plumbline.server.notification.thread.NotificationThreads;
import dev.plumbline.server.notification.watch.Alarms;
import dev.plumbline.server.notification.watch.Watches;
import io.vertx.ext.web.Router;
import java.security.SecureRandom;

/** The API of what is reported: notification rules, watches, alarms, the key of the feed. */
public final class NotificationApi implements Routes {

    private final Database database;
    private final Admission admission;
    private final NotifyHosts hosts;

    /**
     * The API.
     *
     * @param hosts where messages may be sent to
     */
    public NotificationApi(Database database, Admission admission, NotifyHosts hosts) {
        this.database = database;
        this.admission = admission;
        this.hosts = hosts;
    }

    @Override
    public void mount(Router router) {
        Api api = new Api(router, admission);
        SecureRandom random = new SecureRandom();
        new NotificationRoutes(
                        new NotificationRules(database),
                        new NotificationThreads(database),
                        new RuleCheck(hosts),
                        random)
                .mount(api);
        new WatchRoutes(new Watches(database), new Alarms(database)).mount(api);
        new FeedKeyRoutes(new FeedKeys(database), random).mount(api);
    }
}
