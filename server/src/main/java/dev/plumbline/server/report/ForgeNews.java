package dev.plumbline.server.report;

import dev.plumbline.forge.repository.PullRequest;
import dev.plumbline.server.pullrequest.KnownPullRequest;
import dev.plumbline.server.pullrequest.PullRequestNews;

/** What a forge says about a pull request, in the form that the store accepts. */
public final class ForgeNews {

    private ForgeNews() {}

    /** The news of a pull request. */
    public static PullRequestNews of(PullRequest request) {
        return new PullRequestNews(
                request.number(),
                switch (request.state()) {
                    case OPEN -> KnownPullRequest.State.OPEN;
                    case CLOSED -> KnownPullRequest.State.CLOSED;
                    case MERGED -> KnownPullRequest.State.MERGED;
                },
                request.headSha(),
                request.baseBranch(),
                request.title(),
                request.author(),
                request.headRepository());
    }
}
