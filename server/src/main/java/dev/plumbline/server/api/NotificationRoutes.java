package dev.plumbline.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.http.RequestBody;
import dev.plumbline.server.notification.SigningSecret;
import dev.plumbline.server.notification.channel.RuleCheck;
import dev.plumbline.server.notification.rule.NotificationChannel;
import dev.plumbline.server.notification.rule.NotificationEvent;
import dev.plumbline.server.notification.rule.NotificationRule;
import dev.plumbline.server.notification.rule.NotificationRules;
import dev.plumbline.server.notification.thread.NotificationThreads;
import io.vertx.core.http.HttpMethod;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A project's notification rules: creating, listing (without their secrets), changing, testing and deleting them. */
final class NotificationRoutes {

    private static final String ALL = "/projects/{project}/notifications";
    private static final String ONE = ALL + "/{notification}";
    private static final int ACCEPTED = 202;

    private final NotificationRules rules;
    private final NotificationThreads threads;
    private final RuleCheck check;
    private final SecureRandom random;

    /** A rule without its secrets. */
    private record RuleAnswer(
            long id,
            String name,
            NotificationChannel channel,
            String target,
            List<NotificationEvent> events,
            String environment,
            String benchmark,
            String metric,
            double minimumEffect,
            boolean enabled,
            Instant createdAt,
            Optional<NotificationRules.LastMessage> lastMessage) {

        static RuleAnswer of(NotificationRule rule, Optional<NotificationRules.LastMessage> last) {
            NotificationRule.Wish wish = rule.wish();
            return new RuleAnswer(
                    rule.id(),
                    wish.name(),
                    wish.channel(),
                    wish.shownTarget(),
                    List.copyOf(wish.events()),
                    wish.environment(),
                    wish.benchmark(),
                    wish.metric(),
                    wish.minimumEffect(),
                    wish.enabled(),
                    rule.createdAt(),
                    last);
        }
    }

    private record RuleList(List<RuleAnswer> notifications) {}

    /** A rule with its secret if that is new: it is shown only once. */
    private record RuleWithSecret(
            @JsonUnwrapped RuleAnswer rule,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> secret) {}

    private record Queued(boolean queued) {}

    private record NewRule(
            String name,
            String channel,
            Optional<String> target,
            Optional<List<String>> events,
            Optional<String> environment,
            Optional<String> benchmark,
            Optional<String> metric,
            Optional<Double> minimumEffect,
            Optional<Boolean> enabled,
            Optional<Boolean> newSecret) {}

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
            return Reply.json(new RuleList(rules.all(request.project().id()).stream()
                    .map(rule -> RuleAnswer.of(rule, Optional.ofNullable(last.get(rule.id()))))
                    .toList()));
        });
        api.readAsAdmin(
                ONE,
                request -> Reply.json(RuleAnswer.of(
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
            return Reply.changed(ACCEPTED, new Queued(true));
        });
    }

    private NotificationRule find(ApiRequest request) {
        return rules.find(request.project().id(), request.key("notification"))
                .orElseThrow(() -> request.notFound("notification"));
    }

    private Reply create(ApiRequest request) {
        NotificationRule.Wish wish = check.checked(wish(request.body(NewRule.class), ""));
        String secret = SigningSecret.create(random);
        NotificationRule rule = rules.create(request.project().id(), wish, secret);
        String location = Api.PREFIX + "/projects/" + request.project().slug() + "/notifications/" + rule.id();
        return Reply.created(
                new RuleWithSecret(RuleAnswer.of(rule, Optional.empty()), Optional.of(shown(rule))), location);
    }

    private Reply replace(ApiRequest request) {
        NotificationRule present = find(request);
        NewRule wanted = request.body(NewRule.class);
        NotificationRule.Wish asked = wish(wanted, present.wish().target());
        boolean otherChannel = asked.channel() != present.wish().channel();
        boolean fresh = wanted.newSecret().orElse(false) || otherChannel;
        NotificationRule.Wish wish =
                check.checked(otherChannel && wanted.target().isEmpty() ? asked.withTarget("") : asked);
        NotificationRule rule = rules.replace(
                        request.project().id(),
                        present.id(),
                        wish,
                        fresh ? Optional.of(SigningSecret.create(random)) : Optional.empty())
                .orElseThrow(() -> request.notFound("notification"));
        return Reply.changed(
                200,
                new RuleWithSecret(
                        RuleAnswer.of(rule, Optional.empty()), fresh ? Optional.of(shown(rule)) : Optional.empty()));
    }

    /** The secret, where the channel signs. */
    private static String shown(NotificationRule rule) {
        return rule.wish().signs() ? rule.secret() : "";
    }

    /** What the fields say; if no target is given, the current one is kept. */
    private static NotificationRule.Wish wish(NewRule wanted, String target) {
        NotificationChannel channel = NotificationChannel.of(wanted.channel())
                .orElseThrow(() -> RequestBody.invalid("channel", "takes " + NotificationChannel.labels()));
        Set<NotificationEvent> events = wanted.events()
                .map(labels -> labels.stream()
                        .map(label -> NotificationEvent.of(label)
                                .orElseThrow(() -> RequestBody.invalid("events", "takes " + expectedEvents())))
                        .collect(Collectors.toSet()))
                .orElse(NotificationEvent.usual());
        return new NotificationRule.Wish(
                wanted.name(),
                channel,
                wanted.target().orElse(target),
                events,
                wanted.environment().orElse("*"),
                wanted.benchmark().orElse("*"),
                wanted.metric().orElse("*"),
                wanted.minimumEffect().orElse(0.0),
                wanted.enabled().orElse(true));
    }

    private static String expectedEvents() {
        return List.of(NotificationEvent.values()).stream()
                .map(NotificationEvent::label)
                .collect(Collectors.joining(", "));
    }
}
