package dev.plumbline.collector.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.collector.ci.CiBuild;
import dev.plumbline.collector.ci.CiRepository;
import dev.plumbline.collector.git.LoggedCommit;
import dev.plumbline.collector.json.JsonText;
import dev.plumbline.collector.machine.Machine;
import dev.plumbline.collector.provenance.Provenance;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The field {@code metadata} of an upload, sent with the document: empty texts and numbers that are 0 are left out. */
public record MetadataField(
        String branch,
        String commit,
        String environment,
        String key,
        @JsonInclude(Include.NON_EMPTY) String run,
        @JsonInclude(Include.NON_DEFAULT) int pullRequest,
        @JsonInclude(Include.NON_EMPTY) String baseBranch,
        List<Commit> commits,
        Observed observed,
        @JsonInclude(Include.NON_NULL) @Nullable Ci ci,
        @JsonInclude(Include.NON_EMPTY) String role,
        @JsonInclude(Include.NON_DEFAULT) long pairedWith,
        String format,
        @JsonInclude(Include.NON_EMPTY) String startedAt,
        @JsonInclude(Include.NON_DEFAULT) boolean hold) {

    /**
     * The metadata of one upload.
     *
     * @param run the name of the run that it is part of; empty: none is given
     * @param repository the repository that the CI system's build is of; empty if it isn't known
     */
    public static String json(
            Provenance provenance,
            String environment,
            String key,
            String run,
            Machine machine,
            ResultFormat format,
            Pairing pairing,
            Optional<CiRepository> repository) {
        return JsonText.write(new MetadataField(
                provenance.branch(),
                provenance.commit(),
                environment,
                key,
                run,
                provenance.pullRequest(),
                provenance.baseBranch(),
                provenance.history().stream().map(Commit::of).toList(),
                Observed.of(machine),
                provenance.build().known() ? Ci.of(provenance.build(), repository) : null,
                pairing.role(),
                pairing.pairedWith(),
                format.id(),
                "",
                false));
    }

    /**
     * The metadata of a run of a commit that isn't the checked-out one.
     *
     * @param machine where it was measured; empty if it isn't known
     * @param startedAt when it was measured, ISO 8601; empty if it isn't known
     * @param hold whether more of the history comes, so that the run waits to be judged
     */
    public static String ofHistory(
            String branch,
            List<LoggedCommit> commits,
            String environment,
            String key,
            String run,
            Optional<Machine> machine,
            ResultFormat format,
            String startedAt,
            boolean hold) {
        return JsonText.write(new MetadataField(
                branch,
                commits.get(0).sha(),
                environment,
                key,
                run,
                0,
                "",
                commits.stream().map(Commit::of).toList(),
                machine.map(Observed::of).orElse(Observed.NOTHING),
                null,
                "",
                0,
                format.id(),
                startedAt,
                hold));
    }

    /** A commit of the first-parent log; a root has no parent. */
    record Commit(
            String sha,
            @Nullable String parent,
            @JsonInclude(Include.NON_EMPTY) String committedAt,
            @JsonInclude(Include.NON_EMPTY) String author,
            @JsonInclude(Include.NON_EMPTY) String subject) {

        private static Commit of(LoggedCommit commit) {
            return new Commit(
                    commit.sha(),
                    commit.parent().isEmpty() ? null : commit.parent(),
                    commit.committedAt(),
                    commit.author(),
                    commit.subject());
        }
    }

    /** The machine. */
    record Observed(
            @JsonInclude(Include.NON_EMPTY) String cpu,
            @JsonInclude(Include.NON_DEFAULT) int cores,
            @JsonInclude(Include.NON_DEFAULT) long memoryBytes,
            @JsonInclude(Include.NON_EMPTY) String os,
            @JsonInclude(Include.NON_EMPTY) String arch) {

        private static final Observed NOTHING = new Observed("", 0, 0, "", "");

        private static Observed of(Machine machine) {
            return new Observed(machine.cpu(), machine.cores(), machine.memoryBytes(), machine.os(), machine.arch());
        }
    }

    /** The CI system's build. */
    record Ci(
            String provider,
            @JsonInclude(Include.NON_EMPTY) String url,
            @JsonInclude(Include.NON_DEFAULT) int attempt,
            @JsonInclude(Include.NON_EMPTY) String runId,
            @JsonInclude(Include.NON_EMPTY) String repository,
            @JsonInclude(Include.NON_EMPTY) String title,
            @JsonInclude(Include.NON_EMPTY) String author,
            @JsonInclude(Include.NON_EMPTY) String forge,
            @JsonInclude(Include.NON_EMPTY) String repositoryUrl) {

        private static Ci of(CiBuild build, Optional<CiRepository> repository) {
            return new Ci(
                    build.provider(),
                    build.url(),
                    build.attempt(),
                    build.runId(),
                    build.repository(),
                    build.title(),
                    build.author(),
                    repository.map(CiRepository::forge).orElse(""),
                    repository.map(CiRepository::page).orElse(""));
        }
    }
}
