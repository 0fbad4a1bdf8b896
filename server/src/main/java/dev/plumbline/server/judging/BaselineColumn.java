package dev.plumbline.server.judging;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.analysis.model.Rung;
import dev.plumbline.server.change.ObservedDifference;
import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.JsonText;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The column {@code run.baseline}, written as JSON and read by the database. */
final class BaselineColumn {

    /** What {@link #of} reads, of the run {@code r}. */
    static final String COLUMNS = """
        r.baseline ->> 'rung' as rung, r.baseline ->> 'environment' as baseline_environment,
        r.baseline ->> 'branch' as baseline_branch, r.baseline ->> 'mergeBase' as merge_base,
        r.baseline ->> 'commit' as baseline_commit,
        (r.baseline ->> 'commitsBehindMergeBase')::int as behind_merge_base,
        (r.baseline ->> 'commitsBehindHead')::int as behind_head, (r.baseline ->> 'days')::int as days,
        (r.baseline ->> 'run')::bigint as baseline_run,
        array(select value::bigint from jsonb_array_elements_text(r.baseline -> 'candidates')) as candidates,
        array(select value from jsonb_array_elements_text(r.baseline -> 'otherEnvironments')) as other_environments,
        array(select value ->> 'field' from jsonb_array_elements(r.baseline -> 'observed')) as differs,
        array(select value ->> 'before' from jsonb_array_elements(r.baseline -> 'observed')) as differs_before,
        array(select value ->> 'after' from jsonb_array_elements(r.baseline -> 'observed')) as differs_after
        """;

    private BaselineColumn() {}

    /** Of a row with {@link #COLUMNS}, empty if the run was compared with none by the ladder. */
    static Optional<Baseline> of(ResultSet row) throws SQLException {
        String rung = row.getString("rung");
        if (rung == null) {
            return Optional.empty();
        }
        return Optional.of(new Baseline(
                Rung.ofLabel(rung).orElseThrow(() -> new IllegalStateException("no rung of the ladder: " + rung)),
                row.getString("baseline_environment"),
                row.getString("baseline_branch"),
                Optional.ofNullable(row.getString("merge_base")),
                Optional.ofNullable(row.getString("baseline_commit")),
                number(row, "behind_merge_base"),
                number(row, "behind_head"),
                number(row, "days"),
                row.getLong("baseline_run"),
                List.of((Long[]) row.getArray("candidates").getArray()),
                Columns.texts(row, "other_environments"),
                ObservedDifference.of(row)));
    }

    private static OptionalInt number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
    }

    static String write(Baseline baseline) {
        return JsonText.write(generator -> {
            generator.writeStartObject();
            generator.writeStringField("rung", baseline.rung().label());
            generator.writeStringField("environment", baseline.environment());
            generator.writeStringField("branch", baseline.branch());
            text(generator, "mergeBase", baseline.mergeBase());
            text(generator, "commit", baseline.commit());
            number(generator, "commitsBehindMergeBase", baseline.commitsBehindMergeBase());
            number(generator, "commitsBehindHead", baseline.commitsBehindHead());
            number(generator, "days", baseline.days());
            generator.writeNumberField("run", baseline.run());
            generator.writeFieldName("candidates");
            generator.writeArray(
                    baseline.candidates().stream().mapToLong(Long::longValue).toArray(),
                    0,
                    baseline.candidates().size());
            generator.writeFieldName("otherEnvironments");
            generator.writeArray(
                    baseline.otherEnvironments().toArray(String[]::new),
                    0,
                    baseline.otherEnvironments().size());
            generator.writeArrayFieldStart("observed");
            for (ObservedDifference difference : baseline.observed()) {
                generator.writeStartObject();
                generator.writeStringField("field", difference.field());
                generator.writeStringField("before", difference.before());
                generator.writeStringField("after", difference.after());
                generator.writeEndObject();
            }
            generator.writeEndArray();
            generator.writeEndObject();
        });
    }

    private static void text(JsonGenerator generator, String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            generator.writeStringField(name, text.get());
        } else {
            generator.writeNullField(name);
        }
    }

    private static void number(JsonGenerator generator, String name, OptionalInt number) throws IOException {
        if (number.isPresent()) {
            generator.writeNumberField(name, number.getAsInt());
        } else {
            generator.writeNullField(name);
        }
    }
}
