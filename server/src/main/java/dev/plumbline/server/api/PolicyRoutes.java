package dev.plumbline.server.api;

import dev.plumbline.analysis.format.threshold.PolicyJson;
import dev.plumbline.analysis.threshold.PullRequestPolicy;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.report.Policies;

/** A project's policy on pull requests: reading it, and replacing it as a whole. */
public final class PolicyRoutes {

    private static final ProjectDocument<PullRequestPolicy> DOCUMENT =
            new ProjectDocument<>(PolicyJson::read, PolicyJson::write);

    private final Policies policies;

    public PolicyRoutes(Policies policies) {
        this.policies = policies;
    }

    public void mount(Api api) {
        api.read(
                "/projects/{project}/policy",
                request -> DOCUMENT.reply(policies.of(request.project().id())));
        api.replace("/projects/{project}/policy", this::replace);
    }

    private Reply replace(ApiRequest request, Replacement replacement) {
        PullRequestPolicy policy = DOCUMENT.of(replacement);
        policies.replace(request.project().id(), policy, present -> DOCUMENT.mayReplace(replacement, present));
        return DOCUMENT.reply(policy);
    }
}
