package dev.plumbline.server.judging;

import dev.plumbline.analysis.threshold.ClassicModel;
import dev.plumbline.analysis.threshold.ClassicTest;
import dev.plumbline.analysis.threshold.DefaultTest;
import dev.plumbline.analysis.threshold.Threshold;
import dev.plumbline.analysis.threshold.ThresholdRule;
import dev.plumbline.analysis.threshold.ThresholdRules;
import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.Query;
import dev.plumbline.server.database.StoreException;
import dev.plumbline.server.queue.Jobs;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** The threshold rules of projects. */
public final class Thresholds {

    private final Database database;

    public Thresholds(Database database) {
        this.database = database;
    }

    /** A project's rules, in their order. */
    public ThresholdRules of(long projectId) {
        return database.read(handle -> load(handle, projectId));
    }

    /**
     * Puts rules in the place of a project's rules, if those are what the caller believes them to be, and has the newest run of each
     * branch and environment judged again, of branches other than the base branch if it is younger than 30 days: those are what people
     * look at. Older verdicts stay, with the rules that they were given by.
     *
     * @param expected whether the rules that are there may be replaced
     * @throws StoreException {@code precondition-failed} when they may not
     */
    public void replace(long projectId, ThresholdRules rules, Predicate<ThresholdRules> expected) {
        database.execute(handle -> {
            lock(handle, projectId);
            if (!expected.test(load(handle, projectId))) {
                throw new StoreException(
                        "precondition-failed", "The rules were changed meanwhile. Read them again, then change them.");
            }
            try (PreparedStatement statement =
                    handle.getConnection().prepareStatement("delete from threshold where project_id = ?")) {
                statement.setLong(1, projectId);
                statement.executeUpdate();
            }
            insert(handle, projectId, rules);
            judgeNewestAgain(handle, projectId);
        });
    }

    /** A project's rules, on a connection that the caller holds. */
    static ThresholdRules load(Handle handle, long projectId) throws SQLException {
        return new ThresholdRules(Query.of(handle, """
            select benchmark, metric, environment, test, minimum_effect, confidence, lower_boundary,
                upper_boundary, coalesce(min_sample_size, 1) as min_sample_size,
                coalesce(max_sample_size, ?) as max_sample_size,
                coalesce(window_seconds, ?) as window_seconds
            from threshold
            where project_id = ?
            order by position
            """)
                .with(Integer.MAX_VALUE)
                .with(Long.MAX_VALUE)
                .with(projectId)
                .list(Thresholds::rule));
    }

    private static ThresholdRule rule(ResultSet row) throws SQLException {
        return new ThresholdRule(
                row.getString("benchmark"), row.getString("metric"), row.getString("environment"), threshold(row));
    }

    private static Threshold threshold(ResultSet row) throws SQLException {
        String test = row.getString("test");
        if (test.equals(DefaultTest.STANDARD.label())) {
            return new DefaultTest(Columns.number(row, "minimum_effect"), Columns.number(row, "confidence"));
        }
        ClassicTest classic = Arrays.stream(ClassicTest.values())
                .filter(one -> one.label().equals(test))
                .findFirst()
                .orElseThrow(() -> new StoreException("unknown-test", "There is no test '" + test + "'"));
        return new ClassicModel(
                classic,
                Columns.number(row, "lower_boundary"),
                Columns.number(row, "upper_boundary"),
                row.getInt("min_sample_size"),
                row.getInt("max_sample_size"),
                row.getLong("window_seconds"));
    }

    /** Of two that replace the rules at once, one waits for the other. */
    private static void lock(Handle handle, long projectId) throws SQLException {
        try (PreparedStatement statement = handle.getConnection()
                .prepareStatement("select 1 from project where project_id = ? for no key update")) {
            statement.setLong(1, projectId);
            statement.executeQuery().close();
        }
    }

    private static void insert(Handle handle, long projectId, ThresholdRules rules) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            insert into threshold (project_id, position, benchmark, metric, environment, test, minimum_effect,
                confidence, lower_boundary, upper_boundary, min_sample_size, max_sample_size, window_seconds)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
            int position = 0;
            for (ThresholdRule rule : rules.rules()) {
                position++;
                statement.setLong(1, projectId);
                statement.setInt(2, position);
                statement.setString(3, rule.benchmark());
                statement.setString(4, rule.metric());
                statement.setString(5, rule.environment());
                statement.setString(6, rule.threshold().label());
                switch (rule.threshold()) {
                    case DefaultTest test -> bind(statement, test);
                    case ClassicModel model -> bind(statement, model);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, DefaultTest test) throws SQLException {
        Columns.setNumber(statement, 7, test.minimumEffect());
        Columns.setNumber(statement, 8, test.confidence());
        statement.setNull(9, Types.DOUBLE);
        statement.setNull(10, Types.DOUBLE);
        statement.setNull(11, Types.INTEGER);
        statement.setNull(12, Types.INTEGER);
        statement.setNull(13, Types.BIGINT);
    }

    private static void bind(PreparedStatement statement, ClassicModel model) throws SQLException {
        statement.setNull(7, Types.DOUBLE);
        statement.setNull(8, Types.DOUBLE);
        Columns.setNumber(statement, 9, model.lowerBoundary());
        Columns.setNumber(statement, 10, model.upperBoundary());
        statement.setObject(11, model.minSampleSize() == 1 ? null : model.minSampleSize(), Types.INTEGER);
        statement.setObject(
                12, model.maxSampleSize() == Integer.MAX_VALUE ? null : model.maxSampleSize(), Types.INTEGER);
        statement.setObject(13, model.windowSeconds() == Long.MAX_VALUE ? null : model.windowSeconds(), Types.BIGINT);
    }

    private static void judgeNewestAgain(Handle handle, long projectId) throws SQLException {
        for (long run : Query.of(handle, """
            select distinct on (run.branch_id, run.environment_id) run.run_id
            from run
                join branch_commit using (project_id, branch_id, sha)
                join branch using (project_id, branch_id)
                join project using (project_id)
                left join pull_request on pull_request.project_id = run.project_id
                    and pull_request.number = branch.pull_request
            where run.project_id = ? and run.judged_at is not null
                and coalesce(pull_request.state, 'open') = 'open'
                and (run.uploaded_at > now() - interval '30 days'
                    or branch.name = project.base_branch and branch.pull_request is null)
            order by run.branch_id, run.environment_id, branch_commit.position desc, run.run_id desc
            """).with(projectId).list(row -> row.getLong("run_id"))) {
            Jobs.enqueue(handle, projectId, Jobs.JUDGE, run);
        }
    }
}
