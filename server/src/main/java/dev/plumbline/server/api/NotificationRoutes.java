package dev.plumbline.server.api;

import dev.plumbline.server.http.Reply;
import dev.plumbline.server.notification.SigningSecret;
import dev.plumbline.server.notification.channel.RuleCheck;
import dev.plumbline.server.notification.rule.NotificationChannel;
import dev.plumbline.server.notification.rule.NotificationEvent;
import dev.plumbline.server.notification.rule.NotificationRule;
import dev.plumbline.server.notification.rule.NotificationRules;
import dev.plumbline.server.notification.thread.NotificationThreads;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A project's notification rules: made, listed without what is secret in them, changed, tried, deleted. */
final class NotificationRoutes {

    private static final String ALL = "/projects/{project}/notifications";
    private static final String ONE = ALL + "/{notification}";
    private static final int ACCEPTED = 202;

    private final NotificationRules rules;
    private final NotificationThreads threads;
    private final RuleCheck check;
    private final SecureRandom random;

    NotificationRoutes(NotificationRules rules, NotificationThreads threads, RuleCheck check, SecureRandom random) {
        this.rules = rules;
        this.threads = threads;
        this.check = check;
        this.random = random;
    }

    void mount(Api api) {
        api.readAsAdmin(ALL, request -> {
            Map<Long, NotificationRules.LastMessage> last =
                    rules.lastMessages(request.project().id());
            JsonArray list = new JsonArray();
            rules.all(request.project().id())
                    .forEach(rule -> list.add(json(rule, Optional.ofNullable(last.get(rule.id())))));
            return Reply.json(new JsonObject().put("notifications", list));
        });
        api.readAsAdmin(
                ONE,
                request -> Reply.json(json(
                        find(request),
                        Optional.ofNullable(
                                rules.lastMessages(request.project().id()).get(request.key("notification"))))));
        api.change(HttpMethod.POST, ALL, this::create);
        api.change(HttpMethod.PUT, ONE, this::replace);
        api.change(HttpMethod.DELETE, ONE, request -> {
            if (!rules.delete(request.project().id(), request.key("notification"))) {
                throw request.notFound("notification");
            }
            return Reply.nothing();
        });
        api.change(HttpMethod.POST, ONE + "/test", request -> {
            threads.enqueueTrial(request.project().id(), find(request));
            return Reply.changed(ACCEPTED, new JsonObject().put("queued", true));
        });
    }

    private NotificationRule find(ApiRequest request) {
        return rules.find(request.project().id(), request.key("notification"))
                .orElseThrow(() -> request.notFound("notification"));
    }

    private Reply create(ApiRequest request) {
        NotificationRule.Wish wish = check.checked(wish(request.body(), ""));
        String secret = SigningSecret.create(random);
        NotificationRule rule = rules.create(request.project().id(), wish, secret);
        String location = Api.PREFIX + "/projects/" + request.project().slug() + "/notifications/" + rule.id();
        return Reply.created(json(rule, Optional.empty()).put("secret", shown(rule)), location);
    }

    private Reply replace(ApiRequest request) {
        NotificationRule present = find(request);
        JsonFields fields = request.body();
        NotificationRule.Wish asked = wish(fields, present.wish().target());
        boolean otherChannel = asked.channel() != present.wish().channel();
        boolean fresh = fields.flag("newSecret").orElse(false) || otherChannel;
        NotificationRule.Wish wish =
                check.checked(otherChannel && fields.text("target").isEmpty() ? asked.withTarget("") : asked);
        NotificationRule rule = rules.replace(
                        request.project().id(),
                        present.id(),
                        wish,
                        fresh ? Optional.of(SigningSecret.create(random)) : Optional.empty())
                .orElseThrow(() -> request.notFound("notification"));
        JsonObject json = json(rule, Optional.empty());
        return Reply.changed(200, fresh ? json.put("secret", shown(rule)) : json);
    }

    /** The secret, where the channel signs. */
    private static String shown(NotificationRule rule) {
        return rule.wish().channel() == NotificationChannel.WEBHOOK ? rule.secret() : "";
    }

    /** What the fields say; a target that is not given is the present one. */
    private static NotificationRule.Wish wish(JsonFields fields, String target) {
        NotificationChannel channel = NotificationChannel.of(fields.requiredText("channel"))
                .orElseThrow(() -> fields.invalid("channel", "takes webhook, slack, email or issue"));
        Set<NotificationEvent> events = fields.texts("events")
                .map(labels -> labels.stream()
                        .map(label -> NotificationEvent.of(label)
                                .orElseThrow(() -> fields.invalid("events", "takes " + expectedEvents())))
                        .collect(Collectors.toSet()))
                .orElse(NotificationEvent.usual());
        return new NotificationRule.Wish(
                fields.requiredText("name"),
                channel,
                fields.text("target").orElse(target),
                events,
                fields.text("environment").orElse("*"),
                fields.text("benchmark").orElse("*"),
                fields.text("metric").orElse("*"),
                fields.decimal("minimumEffect").orElse(0),
                fields.flag("enabled").orElse(true));
    }

    private static String expectedEvents() {
        return List.of(NotificationEvent.values()).stream()
                .map(NotificationEvent::label)
                .collect(Collectors.joining(", "));
    }

    private static JsonObject json(NotificationRule rule, Optional<NotificationRules.LastMessage> last) {
        NotificationRule.Wish wish = rule.wish();
        JsonArray events = new JsonArray();
        wish.events().forEach(event -> events.add(event.label()));
        return new JsonObject()
                .put("id", rule.id())
                .put("name", wish.name())
                .put("channel", wish.channel().label())
                .put("target", wish.shownTarget())
                .put("events", events)
                .put("environment", wish.environment())
                .put("benchmark", wish.benchmark())
                .put("metric", wish.metric())
                .put("minimumEffect", wish.minimumEffect())
                .put("enabled", wish.enabled())
                .put("createdAt", rule.createdAt().toString())
                .put(
                        "lastMessage",
                        last.map(message -> new JsonObject()
                                        .put("state", message.state())
                                        .put("at", message.at().toString())
                                        .put("error", message.error()))
                                .orElse(null));
    }
}
