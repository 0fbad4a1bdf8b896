package dev.plumbline.server.api.upload;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.server.history.CommitInfo;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.ProblemException;
import dev.plumbline.server.http.ProblemKind;
import dev.plumbline.server.http.RequestBody;
import dev.plumbline.server.ingest.QuarantineBinding;
import dev.plumbline.server.ingest.RunMetadata;
import dev.plumbline.server.ingest.RunRole;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What an upload says about itself: in the query, in the part {@code metadata}, or in both; then the query takes precedence. */
final class UploadMetadata {

    private final Parameters query;
    private final Metadata json;

    UploadMetadata(Parameters query, Buffer metadata) {
        this.query = query;
        this.json = RequestBody.of(metadata).as(Metadata.class);
    }

    /** The part {@code metadata}. */
    private record Metadata(
            Optional<String> branch,
            Optional<String> commit,
            Optional<String> environment,
            Optional<String> key,
            Optional<String> run,
            OptionalInt pullRequest,
            Optional<String> baseBranch,
            Optional<String> role,
            OptionalLong pairedWith,
            Optional<String> format,
            Optional<Instant> startedAt,
            Optional<Instant> commitTime,
            Optional<List<Commit>> commits,
            Optional<ObjectNode> observed,
            Optional<ObjectNode> ci,
            Optional<Boolean> hold) {}

    private record Commit(
            String sha,
            Optional<String> parent,
            Optional<Instant> committedAt,
            Optional<String> author,
            Optional<String> subject) {

        CommitInfo info() {
            return new CommitInfo(sha, parent, committedAt, author.orElse(""), subject.orElse(""));
        }
    }

    /** What a quarantined upload is checked by. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Ci(Optional<String> repository, Optional<String> runId) {}

    /**
     * The metadata of the run.
     *
     * @throws ProblemException when a field is missing or has the wrong type
     * @throws dev.plumbline.server.database.StoreException when a field has a value that can't be kept
     */
    RunMetadata read() {
        String commit = required("commit", json.commit());
        return new RunMetadata(
                required("branch", json.branch()),
                commit,
                required("environment", json.environment()),
                text("key", json.key()),
                text("run", json.run()),
                pullRequest(),
                query.time("startedAt").or(() -> json.startedAt()),
                commits(commit),
                encoded(json.observed()),
                encoded(json.ci()),
                text("baseBranch", json.baseBranch()),
                role(),
                pairedWith());
    }

    /**
     * What a quarantined run belongs to.
     *
     * @throws dev.plumbline.server.database.StoreException when something is missing
     */
    QuarantineBinding binding() {
        Ci ci = new RequestBody(json.ci().orElseGet(JsonNodeFactory.instance::objectNode)).as(Ci.class);
        return new QuarantineBinding(
                query.text("repository").or(() -> ci.repository()).orElse(""),
                pullRequest().orElse(0),
                required("commit", json.commit()).toLowerCase(Locale.ROOT),
                query.text("ciRun").or(() -> ci.runId()).orElse(""));
    }

    /** The format that the document is said to have; empty: the one that its content shows. */
    Optional<ResultFormat> format() {
        return text("format", json.format())
                .map(id -> ResultFormat.ofId(id)
                        .orElseThrow(() -> Parameters.invalid("format", "takes one of " + ResultFormat.ids())));
    }

    /** Whether the run is part of a history of which more comes, and waits to be judged. */
    boolean held() {
        return query.text("hold")
                .map(Boolean::parseBoolean)
                .or(() -> json.hold())
                .orElse(false);
    }

    private Optional<String> text(String name, Optional<String> said) {
        return query.text(name).or(() -> said);
    }

    private String required(String name, Optional<String> said) {
        return text(name, said)
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.INVALID_METADATA,
                        "The upload doesn't give its " + name + ": send it as the query parameter '" + name
                                + "' or in the part 'metadata'."));
    }

    private static String encoded(Optional<ObjectNode> object) {
        return object.map(ObjectNode::toString).orElse("{}");
    }

    private OptionalInt pullRequest() {
        int given = query.number("pullRequest", 0, 1, Integer.MAX_VALUE);
        return given > 0 ? OptionalInt.of(given) : json.pullRequest();
    }

    private RunRole role() {
        return text("role", json.role())
                .map(given -> RunRole.of(given)
                        .orElseThrow(() -> Parameters.invalid(
                                "role", "takes " + RunRole.MEASUREMENT.label() + " or " + RunRole.PAIR_BASE.label())))
                .orElse(RunRole.MEASUREMENT);
    }

    private OptionalLong pairedWith() {
        return query.key("pairedWith").map(OptionalLong::of).orElseGet(() -> json.pairedWith());
    }

    /** The log; without one, the measured commit with the time that the query gives it. */
    private List<CommitInfo> commits(String measured) {
        List<CommitInfo> commits =
                json.commits().orElse(List.of()).stream().map(Commit::info).toList();
        Optional<Instant> commitTime = query.time("commitTime").or(() -> json.commitTime());
        return commits.isEmpty() && commitTime.isPresent()
                ? List.of(new CommitInfo(measured, Optional.empty(), commitTime, "", ""))
                : commits;
    }
}
