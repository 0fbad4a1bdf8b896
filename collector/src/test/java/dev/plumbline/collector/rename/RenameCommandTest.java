package dev.plumbline.collector.rename;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.fixture.WithServer;
import org.junit.jupiter.api.Test;

class RenameCommandTest extends WithServer {

    private static final String PATH = "/api/v1/projects/acme/renames";

    private static final String PAIR = """
            {"from":"acme.old.A.m","to":"acme.young.A.m","params":{"size":"10"},"mode":"avgt","threads":1}""";

    private static String answer(boolean accepted) {
        return """
            {"from":"acme.old.*","to":"acme.young.*","accepted":%s,"benchmarks":[%s],
             "refused":[{"from":"acme.old.B.m","to":"acme.young.B.m","why":"Both were measured at one commit."}],
             "unmatched":[{"from":"acme.old.C.m","to":"acme.young.C.m","params":{},"mode":"avgt","threads":1}]}
            """.formatted(accepted, PAIR);
    }

    private static String list() {
        return """
            {"offers":[{"from":"a.*","to":"b.*","benchmarks":[%s]}],
             "renames":[{"id":5,"from":"acme.old.*","to":"acme.young.*","benchmarks":[%s,%s],
               "acceptedAt":"2026-05-03T10:00:00Z","acceptedBy":"Ada"}]}
            """.formatted(PAIR, PAIR, PAIR);
    }

    @Test
    void joinsAPackageAndSaysWhatItCouldNotJoin() {
        server.then(200, answer(true));

        assertThat(tool.run("rename", "acme.old.*", "acme.young.*"))
                .as(tool.err())
                .isZero();

        assertThat(tool.out()).isEqualTo("acme.old.A.m -> acme.young.A.m (size=10) avgt\n");
        assertThat(tool.err())
                .contains("warning: Both were measured at one commit.")
                .contains("acme.young.C.m")
                .contains("joined 1 benchmark");
        assertThat(server.requests().get(0).path()).isEqualTo(PATH);
        assertThat(server.requests().get(0).text())
                .isEqualTo("{\"from\":\"acme.old.*\",\"to\":\"acme.young.*\",\"dryRun\":false}");
    }

    @Test
    void aDryRunChangesNothing() {
        server.then(200, answer(false));

        assertThat(tool.run("rename", "--dry-run", "acme.old.*", "acme.young.*"))
                .isZero();

        assertThat(server.requests().get(0).text()).contains("\"dryRun\":true");
        assertThat(tool.err()).contains("would join 1 benchmark");
    }

    @Test
    void listsOffersAndRenames() {
        server.page(PATH, list());

        assertThat(tool.without("PLUMBLINE_TOKEN").run("rename", "--list"))
                .as(tool.err())
                .isZero();

        assertThat(tool.out()).isEqualTo("""
                Most likely renamed:
                  a.* -> b.*, 1 benchmark
                Renamed:
                  acme.old.* -> acme.young.*, 2 benchmarks, accepted by Ada on 2026-05-03
                """);
        assertThat(tool.run("rename", "--list", "--json")).isZero();
        assertThat(tool.out()).contains("\"acceptedBy\":\"Ada\"");
    }

    @Test
    void undoesTheRenameWithTheseNames() {
        server.page(PATH, list()).then(204, "");

        assertThat(tool.run("rename", "--undo", "acme.old.*", "acme.young.*"))
                .as(tool.err())
                .isZero();

        assertThat(server.requests().get(1).method()).isEqualTo("DELETE");
        assertThat(server.requests().get(1).path()).isEqualTo(PATH + "/5");
        assertThat(tool.err()).contains("undone: acme.old.* -> acme.young.*, 2 benchmarks");

        assertThat(tool.run("rename", "--undo", "acme.old.*", "acme.other.*")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("there is no rename of acme.old.* to acme.other.*; plumbline rename --list");
    }

    @Test
    void whatTheServerRefusesIsAMistakeOfTheUser() {
        server.then(
                400,
                "{\"status\":400,\"code\":\"invalid-rename\",\"detail\":\"No benchmark is called 'a'. The nearest names are 'b'.\"}");

        assertThat(tool.run("rename", "a", "c")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err().replaceAll("\\s+", " ")).contains("The nearest names are 'b'.");
    }

    @Test
    void optionsThatContradictEachOtherAreRefused() {
        assertThat(tool.run("rename", "a")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err().replaceAll("\\s+", " ")).contains("expected the old name and the new one");
        assertThat(tool.run("rename", "--list", "a", "b")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.run("rename", "--list", "--undo")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.without("PLUMBLINE_TOKEN").run("rename", "a", "b")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("a token");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void namesCanNotControlTheTerminal() {
        server.then(200, answer(false).replace("acme.old.A.m", "acme\\u001b[31m.old"));

        assertThat(tool.run("rename", "--dry-run", "acme.old.*", "acme.young.*"))
                .isZero();

        assertThat(tool.out()).doesNotContain("\u001b");
    }
}
