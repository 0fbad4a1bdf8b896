package dev.plumbline.server.judging;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.threshold.ClassicModel;
import dev.plumbline.analysis.threshold.ClassicTest;
import dev.plumbline.analysis.threshold.DefaultTest;
import dev.plumbline.analysis.threshold.Threshold;
import dev.plumbline.analysis.threshold.ThresholdRule;
import dev.plumbline.analysis.threshold.ThresholdRules;
import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoreException;
import dev.plumbline.server.queue.Jobs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

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
     * Replaces a project's rules, if they are what the caller expects, and has the newest run of each
     * branch and environment judged again, of branches other than the base branch if it is younger than 30 days: those are what people
     * look at. Older verdicts stay, with the rules that they were given by.
     *
     * @param expected whether the current rules may be replaced
     * @throws StoreException {@code precondition-failed} when they may not
     */
    public void replace(long projectId, ThresholdRules rules, Predicate<ThresholdRules> expected) {
        database.execute(handle -> {
            lock(handle, projectId);
            if (!expected.test(load(handle, projectId))) {
                throw new StoreException(
                        "precondition-failed",
                        "The rules were changed in the meantime. Read them again, then change them.");
            }
            handle.createUpdate("delete from threshold where project_id = :projectId")
                    .bind("projectId", projectId)
                    .execute();
            insert(handle, projectId, rules);
            judgeNewestAgain(handle, projectId);
        });
    }

    /** A project's rules, on a connection that the caller holds. */
    static ThresholdRules load(Handle handle, long projectId) {
        return new ThresholdRules(handle.createQuery("""
            select benchmark, metric, environment, coalesce(direction, '') as direction, test, minimum_effect, confidence, lower_boundary,
                upper_boundary, coalesce(min_sample_size, 1) as min_sample_size,
                coalesce(max_sample_size, :anyNumber) as max_sample_size,
                coalesce(window_seconds, :anyAge) as window_seconds
            from threshold
            where project_id = :projectId
            order by position
            """)
                .bind("anyNumber", Integer.MAX_VALUE)
                .bind("anyAge", Long.MAX_VALUE)
                .bind("projectId", projectId)
                .map((row, context) -> Thresholds.rule(row))
                .list());
    }

    private static ThresholdRule rule(ResultSet row) throws SQLException {
        return new ThresholdRule(
                row.getString("benchmark"),
                row.getString("metric"),
                row.getString("environment"),
                threshold(row),
                Direction.ofLabel(row.getString("direction")).orElse(Direction.NOT_KNOWN));
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

    /** If two callers replace the rules at once, one waits for the other. */
    private static void lock(Handle handle, long projectId) {
        handle.createQuery("select 1 from project where project_id = :projectId for no key update")
                .bind("projectId", projectId)
                .mapTo(int.class)
                .list();
    }

    private static void insert(Handle handle, long projectId, ThresholdRules rules) {
        PreparedBatch batch = handle.prepareBatch("""
            insert into threshold (project_id, position, benchmark, metric, environment, direction, test, minimum_effect,
                confidence, lower_boundary, upper_boundary, min_sample_size, max_sample_size, window_seconds)
            values (:projectId, :position, :benchmark, :metric, :environment, nullif(:direction, ''), :test, :minimumEffect,
                :confidence, :lowerBoundary, :upperBoundary, nullif(:minSampleSize, 1),
                nullif(:maxSampleSize, :anyNumber), nullif(:windowSeconds, :anyAge))
            """);
        int position = 0;
        for (ThresholdRule rule : rules.rules()) {
            position++;
            batch.bind("projectId", projectId)
                    .bind("position", position)
                    .bind("benchmark", rule.benchmark())
                    .bind("metric", rule.metric())
                    .bind("environment", rule.environment())
                    .bind("direction", rule.direction().label())
                    .bind("test", rule.threshold().label())
                    .bind("anyNumber", Integer.MAX_VALUE)
                    .bind("anyAge", Long.MAX_VALUE);
            switch (rule.threshold()) {
                case DefaultTest test -> bind(batch, test);
                case ClassicModel model -> bind(batch, model);
            }
            batch.add();
        }
        batch.execute();
    }

    private static void bind(PreparedBatch batch, DefaultTest test) {
        batch.bind("minimumEffect", test.minimumEffect())
                .bind("confidence", test.confidence())
                .bind("lowerBoundary", Double.NaN)
                .bind("upperBoundary", Double.NaN)
                .bind("minSampleSize", 1)
                .bind("maxSampleSize", Integer.MAX_VALUE)
                .bind("windowSeconds", Long.MAX_VALUE);
    }

    private static void bind(PreparedBatch batch, ClassicModel model) {
        batch.bind("minimumEffect", Double.NaN)
                .bind("confidence", Double.NaN)
                .bind("lowerBoundary", model.lowerBoundary())
                .bind("upperBoundary", model.upperBoundary())
                .bind("minSampleSize", model.minSampleSize())
                .bind("maxSampleSize", model.maxSampleSize())
                .bind("windowSeconds", model.windowSeconds());
    }

    private static void judgeNewestAgain(Handle handle, long projectId) {
        for (long run : handle.createQuery("""
            select distinct on (run.branch_id, run.environment_id) run.run_id
            from run
                join branch_commit using (project_id, branch_id, sha)
                join branch using (project_id, branch_id)
                join project using (project_id)
                left join pull_request on pull_request.project_id = run.project_id
                    and pull_request.number = branch.pull_request
            where run.project_id = :projectId and run.judged_at is not null
                and coalesce(pull_request.state, 'open') = 'open'
                and (run.uploaded_at > now() - interval '30 days'
                    or branch.name = project.base_branch and branch.pull_request is null)
            order by run.branch_id, run.environment_id, branch_commit.position desc, run.run_id desc
            """)
                .bind("projectId", projectId)
                .map((row, context) -> row.getLong("run_id"))
                .list()) {
            Jobs.enqueue(handle, projectId, Jobs.JUDGE, run);
        }
    }
}
