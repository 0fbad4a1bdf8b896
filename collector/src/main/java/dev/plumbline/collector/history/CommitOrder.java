package dev.plumbline.collector.history;

import dev.plumbline.collector.git.GitRepository;
import dev.plumbline.collector.git.LoggedCommit;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a clone knows of the commits of a history whose files only name them: their times, authors, subjects, and their order. */
final class CommitOrder {

    private CommitOrder() {}

    /**
     * The runs with what the clone knows, in the order of their commits if it knows all of them; otherwise in their own order, after
     * a remark.
     */
    static List<HistoricRun> of(GitRepository git, List<HistoricRun> runs, List<String> remarks) {
        Map<String, Optional<LoggedCommit>> found = new HashMap<>();
        List<HistoricRun> known = new ArrayList<>();
        int unknown = 0;
        for (HistoricRun run : runs) {
            String id = run.commit().id();
            if (!CommitId.isOne(id)) {
                return runs;
            }
            Optional<LoggedCommit> commit = found.computeIfAbsent(id, name -> look(git, name));
            unknown += commit.isEmpty() ? 1 : 0;
            known.add(commit.map(logged -> run.of(known(run.commit().branch(), logged)))
                    .orElse(run));
        }
        if (unknown > 0) {
            remarks.add(unknown + " of the commits aren't in a clone here, so the runs are in the order of their names;"
                    + " start the import in a clone of the repository to have them in the order of their commits");
            return known;
        }
        known.sort(Comparator.comparing(
                run -> OffsetDateTime.parse(run.commit().committedAt()).toInstant()));
        return known;
    }

    /** A commit of a clone. */
    static HistoricCommit known(String branch, LoggedCommit commit) {
        return new HistoricCommit(commit.sha(), branch, commit.committedAt(), commit.author(), commit.subject());
    }

    private static Optional<LoggedCommit> look(GitRepository git, String name) {
        return git.resolve(name)
                .flatMap(sha -> git.firstParentLog(sha, 1).commits().stream().findFirst());
    }
}
