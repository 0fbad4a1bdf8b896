package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.database.DatabaseSettings;
import dev.plumbline.server.database.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {

    private record Outcome(int exit, String out, String err) {}

    @Test
    void saysItsVersionAndItsCommands() {
        assertThat(run(Map.of(), "--version").out()).startsWith("Plumbline ");
        assertThat(run(Map.of(), "--help").out())
                .contains("serve", "demo", "dev", "token")
                .contains("--database-url")
                .contains("PLUMBLINE_DATABASE_URL");
    }

    @Test
    void stopsAtAWrongSettingAndNamesIt() {
        Outcome outcome = run(Map.of("PLUMBLINE_PORT", "http"), "serve");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err())
                .isEqualToIgnoringNewLines(
                        "PLUMBLINE_PORT (--port) is 'http': expected a whole number from 0 to 65535");
    }

    @Test
    void refusesAnUnknownFlagAsAUsageError() {
        assertThat(run(Map.of(), "serve", "--prot=1").exit()).isEqualTo(2);
    }

    @Test
    void saysWhatToDoWithoutItsDatabase() {
        Outcome outcome = run(Map.of("PLUMBLINE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none"), "token", "list");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains("No connection to jdbc:postgresql://127.0.0.1:1/none", "check the address");
    }

    @Test
    void makesListsAndRevokesTokensOfTheInstance() {
        DatabaseSettings database = TestDatabase.settings();
        Map<String, String> environment = Map.of(
                "PLUMBLINE_DATABASE_URL", database.url(),
                "PLUMBLINE_DATABASE_USER", database.user(),
                "PLUMBLINE_DATABASE_PASSWORD", database.password(),
                "PLUMBLINE_LOG_LEVEL", "warn");

        assertThat(run(environment, "token", "create", "--label", "backup")
                        .out()
                        .strip())
                .matches("plb_[A-Za-z0-9_-]{43}");
        assertThat(run(environment, "token", "list").out())
                .contains("valid", "backup")
                .doesNotContain("plb_");
        assertThat(run(environment, "token", "revoke", "1").exit()).isZero();
        assertThat(run(environment, "token", "list").out()).contains("revoked");
        assertThat(run(environment, "token", "revoke", "99").err()).contains("There is no token 99");
        assertThat(run(environment, "token", "create", "--project", "none").err())
                .contains("no project 'none'");
    }

    private static Outcome run(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine main = Main.commandLine(environment);
        List<CommandLine> all = new ArrayList<>(List.of(main));
        for (int i = 0; i < all.size(); i++) {
            all.get(i).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
            all.addAll(all.get(i).getSubcommands().values());
        }
        return new Outcome(main.execute(arguments), out.toString(), err.toString());
    }
}
