package dev.plumbline.generator.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.plumbline.generator.GeneratedProject;
import dev.plumbline.generator.history.Commit;
import dev.plumbline.generator.history.Environment;
import dev.plumbline.generator.history.GeneratedRun;
import dev.plumbline.generator.history.SimulatedMachine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part {@code metadata} of an upload, as a collector writes it. */
@JsonInclude(Include.NON_DEFAULT)
record Metadata(
        String branch,
        String commit,
        String environment,
        String key,
        int pullRequest,
        @Nullable String baseBranch,
        String startedAt,
        List<Logged> commits,
        SimulatedMachine observed,
        Ci ci,
        String format) {

    private static final int LOG = 200;

    static Metadata of(GeneratedRun run, int part) {
        boolean proposed = run.pullRequest() > 0;
        return new Metadata(
                run.branch(),
                run.commit().sha(),
                run.environment().label(),
                "%d/%d/%s/part-%d"
                        .formatted(run.build(), run.attempt(), run.environment().label(), part),
                run.pullRequest(),
                proposed ? GeneratedProject.BASE_BRANCH : null,
                run.startedAt().toString(),
                run.log().stream().limit(LOG).map(Logged::of).toList(),
                run.environment().machine(run.code().newMachine(Environment.CI)),
                Ci.of(run),
                "jmh-json");
    }

    /** A commit of the log. */
    record Logged(
            String sha,
            @JsonInclude(Include.NON_NULL) @Nullable String parent,
            String committedAt,
            String author,
            String subject) {

        private static Logged of(Commit commit) {
            return new Logged(
                    commit.sha(),
                    commit.parent().orElse(null),
                    commit.at().toString(),
                    commit.author(),
                    commit.subject());
        }
    }

    /** CI's build. */
    record Ci(String provider, String url, int attempt, String runId, String repository) {

        private static Ci of(GeneratedRun run) {
            String url = "https://github.com/" + GeneratedProject.REPOSITORY + "/actions/runs/" + run.build();
            return new Ci(
                    "github-actions",
                    run.attempt() > 1 ? url + "/attempts/" + run.attempt() : url,
                    run.attempt(),
                    Long.toString(run.build()),
                    GeneratedProject.REPOSITORY);
        }
    }
}
