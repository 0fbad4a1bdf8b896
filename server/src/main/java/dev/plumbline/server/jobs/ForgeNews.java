package dev.plumbline.server.jobs;

import dev.plumbline.forge.PullRequest;
import dev.plumbline.server.store.PullRequestNews;

/** What a forge says of a pull request, as the store takes it in. */
public final class ForgeNews {

    private ForgeNews() {}

    /** The news of a pull request. */
    public static PullRequestNews of(PullRequest request) {
        return new PullRequestNews(
                request.number(),
                switch (request.state()) {
                    case OPEN -> dev.plumbline.server.store.PullRequest.State.OPEN;
                    case CLOSED -> dev.plumbline.server.store.PullRequest.State.CLOSED;
                    case MERGED -> dev.plumbline.server.store.PullRequest.State.MERGED;
                },
                request.headSha(),
                request.baseBranch(),
                request.title(),
                request.author(),
                request.headRepository());
    }
}
