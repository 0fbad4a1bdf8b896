package dev.plumbline.server.api.upload;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.server.api.JsonFields;
import dev.plumbline.server.history.CommitInfo;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.ProblemException;
import dev.plumbline.server.http.ProblemKind;
import dev.plumbline.server.ingest.QuarantineBinding;
import dev.plumbline.server.ingest.RunMetadata;
import dev.plumbline.server.ingest.RunRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What an upload says of itself: in the query, in the part {@code metadata}, or in both, where the query wins. */
final class UploadMetadata {

    private final Parameters query;
    private final JsonFields json;

    UploadMetadata(Parameters query, JsonFields json) {
        this.query = query;
        this.json = json;
    }

    /**
     * The metadata of the run.
     *
     * @throws ProblemException when a field is missing or has the wrong type
     * @throws dev.plumbline.server.database.StoreException when a field has a value that can't be kept
     */
    RunMetadata read() {
        String commit = required("commit");
        return new RunMetadata(
                required("branch"),
                commit,
                required("environment"),
                text("key"),
                pullRequest(),
                query.time("startedAt").or(() -> json.time("startedAt")),
                commits(commit),
                json.object("observed").encoded(),
                json.object("ci").encoded(),
                text("baseBranch"),
                role(),
                pairedWith());
    }

    /**
     * What a quarantined run belongs to.
     *
     * @throws dev.plumbline.server.database.StoreException when something is missing
     */
    QuarantineBinding binding() {
        JsonFields ci = json.object("ci");
        return new QuarantineBinding(
                query.text("repository").or(() -> ci.text("repository")).orElse(""),
                pullRequest().orElse(0),
                required("commit").toLowerCase(Locale.ROOT),
                query.text("ciRun").or(() -> ci.text("runId")).orElse(""));
    }

    /** What the document is. */
    ResultFormat format() {
        String id = text("format").orElse(ResultFormat.JMH_JSON.id());
        return Arrays.stream(ResultFormat.values())
                .filter(format -> format.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Parameters.invalid(
                        "format",
                        "takes one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(ResultFormat.values())
                                                .map(ResultFormat::id)
                                                .toList())));
    }

    private Optional<String> text(String name) {
        return query.text(name).or(() -> json.text(name));
    }

    private String required(String name) {
        return text(name)
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.INVALID_METADATA,
                        "The upload does not say its " + name + ": give it as the query parameter '" + name
                                + "' or in the part 'metadata'."));
    }

    private OptionalInt pullRequest() {
        int given = query.number("pullRequest", 0, 1, Integer.MAX_VALUE);
        return given > 0 ? OptionalInt.of(given) : json.number("pullRequest");
    }

    private RunRole role() {
        return text("role")
                .map(given -> RunRole.of(given)
                        .orElseThrow(() -> Parameters.invalid(
                                "role", "takes " + RunRole.MEASUREMENT.label() + " or " + RunRole.PAIR_BASE.label())))
                .orElse(RunRole.MEASUREMENT);
    }

    private OptionalLong pairedWith() {
        return query.key("pairedWith").map(OptionalLong::of).orElseGet(() -> json.longNumber("pairedWith"));
    }

    /** The log; without one, the measured commit with the time that the query gives it. */
    private List<CommitInfo> commits(String measured) {
        List<CommitInfo> commits = new ArrayList<>();
        for (JsonFields commit : json.objects("commits")) {
            commits.add(new CommitInfo(
                    commit.requiredText("sha"),
                    commit.text("parent"),
                    commit.time("committedAt"),
                    commit.text("author").orElse(""),
                    commit.text("subject").orElse("")));
        }
        Optional<Instant> commitTime = query.time("commitTime").or(() -> json.time("commitTime"));
        if (commits.isEmpty() && commitTime.isPresent()) {
            commits.add(new CommitInfo(measured, Optional.empty(), commitTime, "", ""));
        }
        return commits;
    }
}
