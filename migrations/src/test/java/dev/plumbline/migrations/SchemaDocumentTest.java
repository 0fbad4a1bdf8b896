package dev.plumbline.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/schema.md} against a migrated database, both ways. */
class SchemaDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "schema.md");
    private static final Pattern TABLE = Pattern.compile("## `(\\w+)`");
    private static final Pattern COLUMN = Pattern.compile("\\| `(\\w+)` \\| ([^|]+) \\| (yes)? *\\|.*");
    private static final Pattern ARROW = Pattern.compile(" *(\\w+) \\S+ (\\w+) : .*");

    @Test
    void describesEveryColumnAndDrawsEveryForeignKey() throws IOException, SQLException {
        List<String> lines = Files.readAllLines(DOCUMENT);
        try (Databases databases = new Databases()) {
            DataSource database = databases.empty();
            Schema.migrate(database);

            assertThat(describedColumns(lines)).containsExactlyInAnyOrderElementsOf(columns(database));
            assertThat(drawnArrows(lines)).containsExactlyInAnyOrderElementsOf(foreignKeys(database));
        }
    }

    private static List<String> describedColumns(List<String> lines) {
        List<String> described = new ArrayList<>();
        String table = "";
        for (String line : lines) {
            Matcher heading = TABLE.matcher(line);
            Matcher column = COLUMN.matcher(line);
            if (heading.matches()) {
                table = heading.group(1);
            } else if (column.matches()) {
                described.add("%s.%s %s%s"
                        .formatted(
                                table,
                                column.group(1),
                                column.group(2).strip(),
                                column.group(3) == null ? " not null" : ""));
            }
        }
        return described;
    }

    private static List<String> columns(DataSource database) throws SQLException {
        return Databases.rows(database, """
                select t.relname || '.' || a.attname,
                       replace(format_type(a.atttypid, a.atttypmod), 'timestamp with time zone', 'timestamptz')
                           || case when a.attnotnull then ' not null' else '' end
                from pg_attribute a
                join pg_class t on t.oid = a.attrelid
                where t.relnamespace = 'public'::regnamespace and t.relkind = 'r'
                  and t.relname <> 'flyway_schema_history' and a.attnum > 0 and not a.attisdropped
                """);
    }

    /** The arrows of the diagram, {@code referenced referencing}. */
    private static Set<String> drawnArrows(List<String> lines) {
        Set<String> drawn = new TreeSet<>();
        boolean inside = false;
        for (String line : lines) {
            inside = line.equals("erDiagram") || (inside && !line.startsWith("```"));
            Matcher arrow = ARROW.matcher(line);
            if (inside && arrow.matches()) {
                drawn.add(arrow.group(1) + " " + arrow.group(2));
            }
        }
        return drawn;
    }

    /** The foreign keys, but for those to the project, which every table has and the diagram leaves out. */
    private static List<String> foreignKeys(DataSource database) throws SQLException {
        return Databases.rows(database, """
                select distinct confrelid::regclass::text, conrelid::regclass::text
                from pg_constraint
                where contype = 'f' and connamespace = 'public'::regnamespace and confrelid <> 'project'::regclass
                """);
    }
}
