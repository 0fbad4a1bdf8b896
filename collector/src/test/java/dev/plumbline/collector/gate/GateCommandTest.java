package dev.plumbline.collector.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.fixture.WithServer;
import org.junit.jupiter.api.Test;

class GateCommandTest extends WithServer {

    private static final String PATH = "/api/v1/projects/acme/report";
    private static final String WAITING = "{\"state\":\"waiting\"}";

    private static String judged(String decision, String reason) {
        return """
            {"state":"judged","decision":"%s","reasons":["%s"],"rank":1,
             "sentence":"**2 of 312 benchmarks got slower**, 310 unchanged","url":"/projects/acme/pull-requests/7"}
            """.formatted(decision, reason);
    }

    @Test
    void successOpensTheGateAfterWaitingForTheVerdict() {
        server.page(PATH, WAITING, WAITING, judged("success", "No rule blocks this."));

        assertThat(tool.run("gate")).as(tool.err()).isZero();
        assertThat(tool.pauses()).hasSize(2);
        assertThat(tool.out())
                .isEqualTo("Success. 2 of 312 benchmarks got slower, 310 unchanged. No rule blocks this. Commit"
                        + " 3f722d5c1a of project acme:"
                        + " " + server.address() + "/projects/acme/pull-requests/7.\n");
    }

    @Test
    void failureClosesIt() {
        server.page(PATH, judged("failure", "Tokenizer.split got 12 % slower, and the policy blocks from 5 % on"));

        assertThat(tool.run("gate")).isEqualTo(ExitCode.VERDICT);
        assertThat(tool.out()).startsWith("Failure.").contains("the policy blocks from 5 % on.");
    }

    @Test
    void neutralIsNoFailureUnlessItIsStrict() {
        server.page(PATH, judged("neutral", "There is no baseline."));

        assertThat(tool.run("gate")).isZero();
        assertThat(tool.out()).startsWith("Neutral.");
        assertThat(tool.run("gate", "--strict")).isEqualTo(ExitCode.VERDICT);
        assertThat(tool.out()).startsWith("Neutral, which --strict treats as a failure.");
    }

    @Test
    void whatIsMissingClosesItIfThatIsAskedFor() {
        server.page(PATH, """
                {"state":"judged","decision":"neutral","reasons":["1 of 6 benchmarks failed."],"rank":1,
                 "sentence":"1 of 6 benchmarks failed.","url":"/projects/acme/pull-requests/7",
                 "missing":{"expected":6,"missing":0,"failed":1,"benchmarks":[{"what":"failed","benchmark":"a.B.c",
                   "params":{},"mode":"avgt","threads":1,"metrics":["score"]}]}}
                """);

        assertThat(tool.run("gate")).isZero();
        assertThat(tool.run("gate", "--fail-on", "missing")).isEqualTo(ExitCode.VERDICT);
        assertThat(tool.out()).contains("1 of 6 benchmarks failed.", "--fail-on missing treats");
        assertThat(tool.run("gate", "--fail-on", "inconclusive")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("takes missing alone");
    }

    @Test
    void noVerdictInTimeIsNoPass() {
        server.page(PATH, WAITING);

        assertThat(tool.run("gate", "--wait", "5")).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(tool.err()).contains("no verdict, so the gate doesn't pass", "within 5 s");
        assertThat(tool.out()).isEmpty();
    }

    @Test
    void aProjectThatIsNotThereIsAMistake() {
        assertThat(tool.run("gate")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("the server refused to report on this commit");
    }
}
