package dev.plumbline.server.api;

import dev.plumbline.analysis.format.threshold.PolicyJson;
import dev.plumbline.analysis.threshold.PullRequestPolicy;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.json.JsonColumn;
import dev.plumbline.server.report.Policies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A project's policy on pull requests: reading it, and replacing it as a whole. */
public final class PolicyRoutes {

    private final Policies policies;

    public PolicyRoutes(Policies policies) {
        this.policies = policies;
    }

    public void mount(Api api) {
        api.read(
                "/projects/{project}/policy",
                request -> reply(policies.of(request.project().id())));
        api.replace("/projects/{project}/policy", this::replace);
    }

    private Reply replace(ApiRequest request, Replacement replacement) {
        PullRequestPolicy policy = parsed(replacement.document());
        policies.replace(request.project().id(), policy, present -> replacement.mayReplace(tag(present)));
        return reply(policy);
    }

    private static PullRequestPolicy parsed(byte[] document) {
        try {
            return PolicyJson.read(new ByteArrayInputStream(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply reply(PullRequestPolicy policy) {
        return Reply.json(new JsonColumn(PolicyJson.write(policy)));
    }

    private static String tag(PullRequestPolicy policy) {
        return Objects.requireNonNull(reply(policy).headers().get("ETag"));
    }
}
