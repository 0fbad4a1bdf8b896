package dev.plumbline.server.api;

import dev.plumbline.forge.webhook.WebhookEvent;
import dev.plumbline.forge.webhook.WebhookRequest;
import dev.plumbline.forge.webhook.Webhooks;
import dev.plumbline.server.forges.ConfiguredForge;
import dev.plumbline.server.forges.Forges;
import dev.plumbline.server.forges.SecretFile;
import dev.plumbline.server.http.Admission;
import dev.plumbline.server.http.PathKeys;
import dev.plumbline.server.http.ProblemException;
import dev.plumbline.server.http.ProblemKind;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.pullrequest.ForgeBinding;
import dev.plumbline.server.pullrequest.ForgeBindings;
import dev.plumbline.server.pullrequest.PullRequestNews;
import dev.plumbline.server.pullrequest.WebhookEvents;
import dev.plumbline.server.report.ForgeNews;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The events about pull requests that forges send. Anyone who doesn't know the secret gets one and the same answer; anyone who does learns
 * nothing about which projects exist.
 */
public final class WebhookRoutes implements Routes {

    private static final int ACCEPTED = 202;

    /** A pull request's text may have 65,536 characters, and occurs in the event more than once. */
    private static final int BODY_LIMIT = 1024 * 1024;

    private final Admission admission;
    private final Forges forges;
    private final ForgeBindings bindings;
    private final WebhookEvents events;
    private final Runnable jobAdded;
    private final Runnable deliveryAdded;
    private final InstantSource clock;

    /**
     * The route.
     *
     * @param jobAdded is notified when runs are judged again because of an event
     * @param deliveryAdded is notified when there may be something to deliver
     */
    public WebhookRoutes(
            Admission admission,
            Forges forges,
            ForgeBindings bindings,
            WebhookEvents events,
            Runnable jobAdded,
            Runnable deliveryAdded,
            InstantSource clock) {
        this.admission = admission;
        this.forges = forges;
        this.bindings = bindings;
        this.events = events;
        this.jobAdded = jobAdded;
        this.deliveryAdded = deliveryAdded;
        this.clock = clock;
    }

    @Override
    public void mount(Router router) {
        router.route(HttpMethod.POST, Api.routePath("/forges/{forge}/webhook")).handler(this::receive);
    }

    private record Taken(boolean taken) {}

    private void receive(RoutingContext context) {
        String name = PathKeys.text(context, "forge");
        MultiMap headers =
                MultiMap.caseInsensitiveMultiMap().addAll(context.request().headers());
        if (forges.find(name).flatMap(ConfiguredForge::webhookSecret).isEmpty()) {
            context.fail(unsigned());
            return;
        }
        admission
                .strangersBody(context, BODY_LIMIT, body -> take(name, headers, body))
                .onSuccess(reply -> reply.send(context))
                .onFailure(context::fail);
    }

    private Reply take(String name, MultiMap headers, Buffer body) {
        ConfiguredForge forge = forges.find(name).orElseThrow(WebhookRoutes::unsigned);
        SecretFile secret = forge.webhookSecret().orElseThrow(WebhookRoutes::unsigned);
        WebhookRequest request =
                new WebhookRequest(header -> Optional.ofNullable(headers.get(header)), body.getBytes());
        Webhooks webhooks = forge.kind().product().webhooks();
        if (!webhooks.isValid(request, secret.read(), clock.instant())) {
            throw unsigned();
        }
        event(webhooks, request)
                .filter(event -> forge.covers(event.repository()))
                .ifPresent(event -> take(forge, event));
        return Reply.changed(ACCEPTED, new Taken(true));
    }

    private static Optional<WebhookEvent> event(Webhooks webhooks, WebhookRequest request) {
        try {
            return webhooks.event(request);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    ProblemKind.INVALID_JSON,
                    "The webhook is signed, but can't be read: " + e.getMessage()
                            + ". Set the webhook's content type to application/json.");
        }
    }

    private void take(ConfiguredForge forge, WebhookEvent event) {
        PullRequestNews news = ForgeNews.of(event.pullRequest());
        for (ForgeBinding binding : bindings.of(forge.name(), event.repository())) {
            WebhookEvents.Taken taken =
                    events.take(binding.projectId(), forge.name(), event.digest(), event.updated(), news);
            switch (taken) {
                case KNOWN -> {}
                case NEW -> deliveryAdded.run();
                case NEW_TO_JUDGE -> jobAdded.run();
            }
        }
    }

    private static ProblemException unsigned() {
        return new ProblemException(
                ProblemKind.INVALID_SIGNATURE,
                "There is no forge of this name that sends webhooks here, or the signature doesn't match: give the"
                        + " forge the secret that the forges file names, and the address with the forge's name.");
    }
}
