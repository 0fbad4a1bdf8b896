package dev.plumbline.server.site.settings;

import dev.plumbline.analysis.format.threshold.PolicyJson;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.threshold.PullRequestPolicy;
import dev.plumbline.server.auth.Access;
import dev.plumbline.server.auth.Permission;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.ingest.Quarantine;
import dev.plumbline.server.judging.Thresholds;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Tokens;
import dev.plumbline.server.project.TrustedRepositories;
import dev.plumbline.server.pullrequest.ForgeBindings;
import dev.plumbline.server.report.Policies;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.PageReplies;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The page of a project's settings, and the form of its policy. */
public final class SettingsPageRoutes implements Routes {

    private static final String PATH = "/projects/:project/settings";
    private static final int BODY_LIMIT = 1_048_576;

    private final Policies policies;
    private final Thresholds thresholds;
    private final ForgeBindings forges;
    private final Quarantine quarantine;
    private final Tokens tokens;
    private final TrustedRepositories trusted;
    private final PageReplies replies;
    private final InstantSource clock;

    public SettingsPageRoutes(Database database, PageReplies replies, InstantSource clock) {
        this.policies = new Policies(database);
        this.thresholds = new Thresholds(database);
        this.forges = new ForgeBindings(database);
        this.quarantine = new Quarantine(database);
        this.tokens = new Tokens(database);
        this.trusted = new TrustedRepositories(database);
        this.replies = replies;
        this.clock = clock;
    }

    @Override
    public void mount(Router router) {
        router.get(PATH)
                .handler(context ->
                        replies.project(context, access -> page(context, access, Optional.empty(), Optional.empty())));
        router.post(PATH)
                .handler(replies.form(BODY_LIMIT))
                .handler(context -> replies.changed(context, Permission.ADMIN, access -> replace(context, access)));
    }

    /** Saves the policy; where it is invalid, the form comes back as it was filled in, with what is wrong. */
    private SettingsPage replace(RoutingContext context, Access access) {
        PolicyFields fields = new PolicyFields(context.request().formAttributes());
        PullRequestPolicy policy;
        try {
            policy = fields.policy();
        } catch (IllegalArgumentException invalid) {
            return page(
                    context,
                    access,
                    Optional.of(fields.form()),
                    Optional.of(new SettingsPage.Answer(false, "Nothing was saved: " + invalid.getMessage() + ".")));
        }
        policies.replace(
                access.project().id(),
                policy,
                present -> PolicyJson.write(present).equals(fields.before()));
        return page(
                context,
                access,
                Optional.empty(),
                Optional.of(new SettingsPage.Answer(true, "Saved. Open pull requests are updated.")));
    }

    private SettingsPage page(
            RoutingContext context, Access access, Optional<PolicyForm> filled, Optional<SettingsPage.Answer> answer) {
        Project project = access.project();
        PageFrame frame = replies.frame(
                context,
                "Settings · " + Printable.line(project.name()),
                List.of(
                        new PageFrame.Crumb("Projects", "/"),
                        new PageFrame.Crumb(Printable.line(project.name()), new Links(project.slug()).project())));
        SettingsPage.Stored stored = new SettingsPage.Stored(
                project,
                quarantine.allowed(project.id()),
                forges.find(project.id()),
                policies.of(project.id()),
                thresholds.of(project.id()));
        boolean admin = access.caller().may(Permission.ADMIN);
        return SettingsPage.of(
                frame,
                stored,
                admin ? filled.or(() -> Optional.of(PolicyForm.of(stored.policy()))) : Optional.empty(),
                answer,
                admin ? Optional.of(admin(project.id())) : Optional.empty());
    }

    private SettingsPage.Admin admin(long projectId) {
        Instant now = clock.instant();
        return new SettingsPage.Admin(
                tokens.all(projectId).stream()
                        .map(token -> SettingsPage.credential(token, token.validAt(now)))
                        .toList(),
                trusted.of(projectId).stream().map(SettingsPage::words).toList());
    }
}
