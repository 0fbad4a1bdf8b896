package dev.plumbline.server.ingest;

import dev.plumbline.server.history.CommitInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The metadata of an upload, said step by step. Commits are numbers, as {@link Uploads#sha} makes hashes of them. */
public final class Sent {

    private final String branch;
    private final int head;
    private final List<CommitInfo> log = new ArrayList<>();
    private String environment = "lab";
    private Optional<String> key = Optional.empty();
    private Optional<String> run = Optional.empty();
    private String ci = "{}";
    private OptionalInt pullRequest = OptionalInt.empty();
    private Optional<String> baseBranch = Optional.empty();
    private String observed = "{}";
    private RunRole role = RunRole.MEASUREMENT;
    private OptionalLong pairedWith = OptionalLong.empty();

    private Sent(String branch, int head) {
        this.branch = branch;
        this.head = head;
    }

    /** A commit of a branch, without a log. */
    public static Sent of(String branch, int head) {
        return new Sent(branch, head);
    }

    /** A commit of the base branch, with the log back to the first commit. */
    public static Sent main(int head) {
        Sent sent = of("main", head);
        sent.log.addAll(Uploads.log(head, 0));
        return sent;
    }

    /** A commit of a straight line of history of a branch of its own, with the log back to its first commit. */
    public static Sent line(String branch, int head, int first) {
        Sent sent = of(branch, head);
        sent.log.addAll(Uploads.log(head, first));
        return sent;
    }

    /** With a log: the commit's parent is a commit of such a line. */
    public Sent onLine(int parent, int first) {
        log.add(new CommitInfo(
                Uploads.sha(head),
                Optional.of(Uploads.sha(parent)),
                Uploads.commit(parent).committedAt().map(time -> time.plusSeconds(86_400)),
                "Grace",
                "change " + head));
        log.addAll(Uploads.log(parent, first));
        return this;
    }

    /** With a log: the commit's parent is a commit of a straight line of history. */
    public Sent from(int parent) {
        return onLine(parent, 0);
    }

    public Sent pullRequest(int number) {
        pullRequest = OptionalInt.of(number);
        return this;
    }

    public Sent onto(String target) {
        baseBranch = Optional.of(target);
        return this;
    }

    public Sent in(String label) {
        environment = label;
        return this;
    }

    public Sent key(String text) {
        key = Optional.of(text);
        return this;
    }

    public Sent observed(String json) {
        observed = json;
        return this;
    }

    public Sent as(RunRole given) {
        role = given;
        return this;
    }

    public Sent pairedWith(long run) {
        pairedWith = OptionalLong.of(run);
        return this;
    }

    /** As a part of a run of this name. */
    public Sent run(String name) {
        run = Optional.of(name);
        return this;
    }

    /** From a CI system's run. */
    public Sent ci(String json) {
        ci = json;
        return this;
    }

    /** The metadata. */
    public RunMetadata metadata() {
        return new RunMetadata(
                branch,
                Uploads.sha(head),
                environment,
                key,
                run,
                pullRequest,
                Optional.empty(),
                log,
                observed,
                ci,
                baseBranch,
                role,
                pairedWith);
    }
}
