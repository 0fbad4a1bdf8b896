package dev.plumbline.server.notification.feed;

import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.notification.thread.NotifiedRegression;
import dev.plumbline.server.notification.thread.NotifiedRegressionQueries;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what a project's feed lists. */
public final class FeedQueries {

    private static final int ENTRIES = 50;
    private static final int WORST = 5;

    private final Database database;

    public FeedQueries(Database database) {
        this.database = database;
    }

    /**
     * A regression in the feed.
     *
     * @param regression the regression
     * @param updatedAt when it last changed
     */
    public record Entry(NotifiedRegression regression, Instant updatedAt) {}

    private record Changed(long id, Instant at) {}

    /** The regressions that were confirmed at some time, latest change first. */
    public List<Entry> latest(long projectId) {
        return database.read(handle -> {
            List<Changed> changed = handle.createQuery("""
                select regression_id, updated_at
                from regression
                where project_id = :projectId and worse
                    and (confirmed_at is not null or state in ('confirmed', 'fixed'))
                order by updated_at desc, regression_id desc
                limit :most
                """)
                    .bind("projectId", projectId)
                    .bind("most", ENTRIES)
                    .map((row, context) -> new Changed(
                            row.getLong("regression_id"),
                            Columns.instant(row, "updated_at").orElseThrow()))
                    .list();
            Map<Long, NotifiedRegression> regressions =
                    NotifiedRegressionQueries.read(
                                    handle,
                                    projectId,
                                    changed.stream().map(Changed::id).toList(),
                                    WORST)
                            .stream()
                            .collect(Collectors.toMap(NotifiedRegression::id, one -> one));
            return changed.stream()
                    .flatMap(one -> Optional.ofNullable(regressions.get(one.id())).stream()
                            .map(regression -> new Entry(regression, one.at())))
                    .toList();
        });
    }
}
