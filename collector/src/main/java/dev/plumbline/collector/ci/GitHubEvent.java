package dev.plumbline.collector.ci;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.collector.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** The event that started a workflow. What is missing is an empty text or 0. */
@JsonNaming(SnakeCaseStrategy.class)
record GitHubEvent(PullRequestEvent pullRequest, WorkflowRun workflowRun) {

    private static final Repository NO_REPOSITORY = new Repository("", new Owner(""));
    private static final Head NO_HEAD = new Head("", "", NO_REPOSITORY);
    private static final PullRequestEvent NO_PULL_REQUEST =
            new PullRequestEvent(0, NO_HEAD, NO_HEAD, "", new Owner(""));
    private static final WorkflowRun NO_RUN = new WorkflowRun(List.of(), NO_REPOSITORY, "", "");
    private static final GitHubEvent NONE = new GitHubEvent(NO_PULL_REQUEST, NO_RUN);

    GitHubEvent {
        pullRequest = requireNonNullElse(pullRequest, NO_PULL_REQUEST);
        workflowRun = requireNonNullElse(workflowRun, NO_RUN);
    }

    /** The event in a file; empty when the file is missing or broken, in which case the user has to give the missing values. */
    static GitHubEvent read(String file) {
        if (file.isEmpty()) {
            return NONE;
        }
        try {
            return JsonText.read(Files.readString(Path.of(file)), GitHubEvent.class)
                    .orElse(NONE);
        } catch (IOException | InvalidPathException unreadable) {
            return NONE;
        }
    }

    /** The pull request that the event is about. */
    record PullRequestEvent(int number, Head head, Head base, String title, Owner user) {

        PullRequestEvent {
            head = requireNonNullElse(head, NO_HEAD);
            base = requireNonNullElse(base, NO_HEAD);
            title = requireNonNullElse(title, "");
            user = requireNonNullElse(user, new Owner(""));
        }
    }

    /** A branch with its commit; the repository is missing if a fork was deleted. */
    record Head(String sha, String ref, Repository repo) {

        Head {
            repo = requireNonNullElse(repo, NO_REPOSITORY);
        }
    }

    /** A repository: {@code owner/name}. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Repository(String fullName, Owner owner) {

        Repository {
            owner = requireNonNullElse(owner, new Owner(""));
        }
    }

    /** Who owns a repository, or opened a pull request. */
    record Owner(String login) {

        Owner {
            login = requireNonNullElse(login, "");
        }
    }

    /** The workflow that this one follows. */
    @JsonNaming(SnakeCaseStrategy.class)
    record WorkflowRun(List<Numbered> pullRequests, Repository headRepository, String headBranch, String headSha) {

        WorkflowRun {
            headRepository = requireNonNullElse(headRepository, NO_REPOSITORY);
        }
    }

    /** A pull request by its number. */
    record Numbered(int number) {}
}
