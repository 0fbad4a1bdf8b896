package dev.plumbline.server.report;

import dev.plumbline.forge.repository.PullRequest;
import dev.plumbline.server.pullrequest.PullRequestNews;

/** What a forge says about a pull request, in the form that the store accepts. */
public final class ForgeNews {

    private ForgeNews() {}

    /** The news of a pull request. */
    public static PullRequestNews of(PullRequest request) {
        return new PullRequestNews(
                request.number(),
                switch (request.state()) {
                    case OPEN -> dev.plumbline.server.pullrequest.PullRequest.State.OPEN;
                    case CLOSED -> dev.plumbline.server.pullrequest.PullRequest.State.CLOSED;
                    case MERGED -> dev.plumbline.server.pullrequest.PullRequest.State.MERGED;
                },
                request.headSha(),
                request.baseBranch(),
                request.title(),
                request.author(),
                request.headRepository());
    }
}
