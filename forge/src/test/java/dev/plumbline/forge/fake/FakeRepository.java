package dev.plumbline.forge.fake;

import dev.plumbline.forge.repository.ChangedFiles;
import dev.plumbline.forge.repository.CiRun;
import dev.plumbline.forge.repository.PullRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A repository: what tests put there and what they find there. */
public final class FakeRepository {

    private final String name;
    private final long id;
    private final Map<Integer, PullRequest> pullRequests = new TreeMap<>();
    private final Map<Integer, Map<Long, FakeComment>> comments = new TreeMap<>();
    private final Map<Integer, Boolean> locked = new TreeMap<>();
    private final List<FakeStatus> statuses = new ArrayList<>();
    private final List<FakeIssue> issues = new ArrayList<>();
    private final Map<String, CiRun> ciRuns = new LinkedHashMap<>();
    private final Map<String, ChangedFiles> comparisons = new TreeMap<>();
    private boolean open;
    private long lastId = 1000;

    FakeRepository(String name, long id) {
        this.name = name;
        this.id = id;
    }

    /** {@code owner/name}, on GitLab with all groups. */
    public String name() {
        return name;
    }

    long id() {
        return id;
    }

    /** Shows it to everybody. At first it is private. */
    public synchronized FakeRepository makePublic() {
        open = true;
        return this;
    }

    /** Hides it from who shows no credential. */
    public synchronized FakeRepository makePrivate() {
        open = false;
        return this;
    }

    synchronized boolean isPublic() {
        return open;
    }

    /** Adds or replaces a pull request. */
    public synchronized FakeRepository with(PullRequest request) {
        pullRequests.put(request.number(), request);
        return this;
    }

    /** Adds or replaces an open pull request from a branch of this repository to {@code main}. */
    public FakeRepository withPullRequest(int number, String headSha) {
        return with(new PullRequest(
                number,
                "Faster splitting",
                "ada",
                PullRequest.State.OPEN,
                headSha,
                "faster-split",
                name,
                "main",
                "https://forge.example.com/" + name + "/pull/" + number));
    }

    /** Adds or replaces a run of the forge's CI. */
    public synchronized FakeRepository with(CiRun run) {
        ciRuns.put(run.id(), run);
        return this;
    }

    /** Says how a commit differs from an earlier one. */
    public synchronized FakeRepository withChanges(String base, String head, ChangedFiles changes) {
        comparisons.put(base + "..." + head, changes);
        return this;
    }

    /** What a commit changed since an earlier one: {@code base...head}. */
    synchronized Optional<ChangedFiles> comparison(String range) {
        return Optional.ofNullable(comparisons.get(range));
    }

    /** Deletes a pull request with all its comments. */
    public synchronized void delete(int number) {
        pullRequests.remove(number);
        comments.remove(number);
    }

    /** Locks a conversation: nobody may comment any more. */
    public synchronized void lock(int number) {
        locked.put(number, true);
    }

    /** Lets somebody comment. */
    public synchronized FakeComment comment(int number, String author, String body) {
        FakeComment comment = new FakeComment(++lastId, author, body, false, 0);
        comments.computeIfAbsent(number, absent -> new LinkedHashMap<>()).put(comment.id(), comment);
        return comment;
    }

    /** The comments of a pull request or an issue, oldest first. */
    public synchronized List<FakeComment> comments(int number) {
        return List.copyOf(comments.getOrDefault(number, Map.of()).values());
    }

    /** The statuses or check runs of a commit, one for each name: the newest. */
    public synchronized List<FakeStatus> statuses(String sha) {
        Map<String, FakeStatus> newest = new LinkedHashMap<>();
        statuses.stream()
                .filter(status -> status.sha().equals(sha))
                .forEach(status -> newest.put(status.name(), status));
        return List.copyOf(newest.values());
    }

    /** All issues, oldest first. */
    public synchronized List<FakeIssue> issues() {
        return List.copyOf(issues);
    }

    /** Whether there is an issue of this number. */
    synchronized boolean hasIssue(int number) {
        return issues.stream().anyMatch(issue -> issue.number() == number);
    }

    synchronized Optional<PullRequest> pullRequest(int number) {
        return Optional.ofNullable(pullRequests.get(number));
    }

    synchronized boolean isLocked(int number) {
        return locked.containsKey(number);
    }

    synchronized Optional<CiRun> ciRun(String run) {
        return Optional.ofNullable(ciRuns.get(run));
    }

    synchronized Optional<FakeComment> findComment(long comment) {
        return comments.values().stream()
                .map(ofRequest -> ofRequest.get(comment))
                .filter(found -> found != null)
                .findFirst();
    }

    synchronized FakeComment replace(FakeComment changed) {
        comments.values().forEach(ofRequest -> ofRequest.computeIfPresent(changed.id(), (same, old) -> changed));
        return changed;
    }

    synchronized FakeStatus report(
            String sha, String context, String state, String description, String summary, String url, boolean check) {
        FakeStatus status = new FakeStatus(++lastId, sha, context, state, description, summary, url, check);
        statuses.add(status);
        return status;
    }

    synchronized Optional<FakeStatus> findCheck(long check) {
        return statuses.stream()
                .filter(status -> status.check() && status.id() == check)
                .findFirst();
    }

    synchronized FakeStatus replace(FakeStatus changed) {
        statuses.replaceAll(status -> status.id() == changed.id() ? changed : status);
        return changed;
    }

    synchronized FakeIssue open(String author, String title, String body) {
        FakeIssue issue = new FakeIssue((int) ++lastId, author, title, body);
        issues.add(issue);
        return issue;
    }
}
