package dev.plumbline.generator.history;

import java.time.Instant;
import java.util.List;

/**
 * A measurement of a commit in an environment.
 *
 * @param environment where it was measured
 * @param branch the branch
 * @param log the commit and all before it, the newest first
 * @param pullRequest the pull request's number; 0: none
 * @param code what the benchmarks measure
 * @param startedAt when measuring began
 * @param build the number of CI's build
 * @param attempt the attempt of the build, from 1
 */
public record GeneratedRun(
        Environment environment,
        String branch,
        List<Commit> log,
        int pullRequest,
        Code code,
        Instant startedAt,
        long build,
        int attempt) {

    public GeneratedRun {
        log = List.copyOf(log);
    }

    /** The measured commit. */
    public Commit commit() {
        return log.get(0);
    }

    /** What distinguishes it from all other runs of the project. */
    public String name() {
        return commit().sha() + " " + environment.label() + " " + attempt;
    }
}
