package dev.plumbline.server.notification.message;

import dev.plumbline.server.forges.ForgeLinks;
import dev.plumbline.server.notification.rule.NotificationEvent;
import dev.plumbline.server.notification.thread.NotifiedRegression;
import dev.plumbline.server.notification.watch.Alarm;
import java.time.Instant;
import java.util.List;

/** What one rule reports about one event, as values: what every message is rendered from. */
public sealed interface Notification {

    /** What all notifications have. */
    Head head();

    /**
     * What all notifications have.
     *
     * @param server the address of this server without a slash at its end
     * @param slug the project's slug
     * @param project the project's name
     * @param ruleId the notification rule
     * @param rule what the rule is called
     * @param thread the key of its thread, 0 for none
     * @param opens whether it opens the thread
     * @param at when the event was recorded
     * @param forge the addresses of the project's commits
     */
    record Head(
            String server,
            String slug,
            String project,
            long ruleId,
            String rule,
            long thread,
            boolean opens,
            Instant at,
            ForgeLinks forge) {

        /** The address of a page of the project. */
        public String url(String path) {
            return server + "/projects/" + slug + path;
        }
    }

    /**
     * Something happened to regressions that began with the same run.
     *
     * @param head what all notifications have
     * @param event what happened
     * @param regressions which, the shift of the whole suite first
     * @param note what somebody said about it; empty when nobody did
     */
    record OfRegressions(Head head, NotificationEvent event, List<NotifiedRegression> regressions, String note)
            implements Notification {

        public OfRegressions {
            regressions = List.copyOf(regressions);
        }
    }

    /**
     * Something didn't arrive, or has returned.
     *
     * @param head what all notifications have
     * @param back whether it has returned
     * @param alarms what didn't arrive
     */
    record OfAlarms(Head head, boolean back, List<Alarm> alarms) implements Notification {

        public OfAlarms {
            alarms = List.copyOf(alarms);
        }
    }

    /**
     * Somebody tests a rule.
     *
     * @param head what all notifications have
     */
    record Trial(Head head) implements Notification {}
}
