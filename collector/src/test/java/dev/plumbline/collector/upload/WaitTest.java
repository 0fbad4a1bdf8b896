package dev.plumbline.collector.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.fixture.FakeServer;
import dev.plumbline.collector.fixture.WithServer;
import dev.plumbline.collector.terminal.Terminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitTest extends WithServer {

    private static final String RUN = "/api/v1/projects/acme/runs/17";

    private static final String STATUS = """
            {"id":17,"branch":"main","commit":"3f722d5c1a0b9e8d7c6b5a493827160f5e4d3c2b","environment":"ci-linux-x64",
             "uploadedAt":"2026-11-22T12:00:00Z","status":"%s","url":"/projects/acme/runs/17","summary":null}
            """;

    private static final String REGRESSED = """
            {"run":17,"status":"judged",
             "summary":{"regressed":1,"improved":0,"unchanged":1,"inconclusive":0,"comparisons":2,"geometricMean":null},
             "verdicts":[
              {"series":9,"benchmark":"com.acme.Text.split","params":{"size":"10"},"mode":"avgt","threads":1,
               "metric":"score","unit":"s/op","lowerIsBetter":true,"outcome":"regressed","method":"moderated-t",
               "candidate":3.1e-6,"candidateForks":3,
               "baseline":{"value":2.4e-6,"runs":12,"forks":36,"firstCommit":"a","lastCommit":"b"},
               "ratio":1.2917,"ratioLow":1.2,"ratioHigh":1.38,"pValue":1e-5,"adjustedPValue":1e-4,
               "smallestDetectableChange":0.04,"forksNeeded":0,"reasons":[]},
              {"series":10,"benchmark":"com.acme.Text.join","params":{},"mode":"avgt","threads":1,
               "metric":"score","unit":"s/op","lowerIsBetter":true,"outcome":"unchanged","method":"moderated-t",
               "candidate":1e-6,"candidateForks":3,"baseline":{"value":1e-6,"runs":12,"forks":36},
               "ratio":1.0,"ratioLow":0.99,"ratioHigh":1.01,"pValue":0.9,"adjustedPValue":0.9,
               "smallestDetectableChange":0.02,"forksNeeded":0,"reasons":[]}]}
            """;

    private static final String NO_BASELINE = """
            {"run":17,"status":"judged",
             "summary":{"regressed":0,"improved":0,"unchanged":0,"inconclusive":1,"comparisons":0},
             "verdicts":[
              {"series":9,"benchmark":"com.acme.Text.split","params":{},"mode":"avgt","threads":1,
               "metric":"score","unit":"s/op","lowerIsBetter":true,"outcome":"inconclusive","method":"none",
               "candidate":3.1e-6,"candidateForks":3,"baseline":null,"ratio":null,"ratioLow":null,"ratioHigh":null,
               "pValue":null,"adjustedPValue":null,"smallestDetectableChange":null,"forksNeeded":0,
               "reasons":["no-baseline"]}]}
            """;

    @BeforeEach
    void store() {
        server.then(201, FakeServer.STORED);
    }

    @Test
    void waitsUntilTheRunIsJudgedAndPrintsTheTable() {
        judged(REGRESSED);

        assertThat(tool.run("upload", "--wait", "jmh-result.json")).isZero();

        assertThat(tool.pauses()).hasSize(2);
        assertThat(tool.out())
                .contains("Regressed (1)", "Text.split (size=10)", "+29.2 %", "Unchanged (1), listed with --all")
                .contains("1 of 2 series regressed; 1 unchanged.")
                .endsWith("→ " + server.address() + "/projects/acme/runs/17\n");
    }

    @Test
    void failsOnlyWhenAskedTo() {
        judged(REGRESSED);

        assertThat(tool.run("upload", "--fail-on", "regression", "jmh-result.json"))
                .isEqualTo(1);
        judged(REGRESSED);
        assertThat(tool.run("upload", "--wait=60", "--fail-on=no-baseline,inconclusive", "jmh-result.json"))
                .isZero();
    }

    @Test
    void aSuiteThatRegressedAsAWholeIsARegressionThoughNoSeriesIs() {
        judged(NO_BASELINE.replace("\"comparisons\":0", """
                        "comparisons":0,"suite":{"outcome":"regressed","ratio":1.08,"low":1.071,"high":1.089,"expectedLow":0.988,
                        "expectedHigh":1.013,"pValue":1e-6,"baselineRuns":20,"moved":37,"series":40,"takenOut":true,
                        "observed":[{"field":"jvm","before":"JDK 25","after":"JDK 25.0.1"}]}"""));

        assertThat(tool.run("upload", "--fail-on", "regression", "jmh-result.json"))
                .isEqualTo(1);
        assertThat(tool.out().replaceAll("\\s+", " "))
                .contains("The whole suite moved by +8.0 % in time (+7.1 … +8.9 %), 37 of 40 benchmarks together")
                .contains("JVM JDK 25 → JDK 25.0.1");
    }

    @Test
    void saysWhatIsMissingAndFailsOnItIfAsked() {
        String lacking = REGRESSED.replace("\"verdicts\":", """
                "missing":{"expected":3,"missing":0,"failed":1,"benchmarks":[{"what":"failed","benchmark":"com.acme.Text.cut",
                  "params":{},"mode":"avgt","threads":1,"metrics":["score"]}]},
                "verdicts":""");
        judged(lacking);

        assertThat(tool.run("upload", "--fail-on", "missing", "jmh-result.json"))
                .isEqualTo(1);
        assertThat(tool.out())
                .contains("Failed (1)", "com.acme.Text.cut [avgt]")
                .contains("1 of 3 benchmarks failed. 1 of 2 series regressed");
        judged(REGRESSED);
        assertThat(tool.run("upload", "--fail-on", "missing", "jmh-result.json"))
                .isZero();
    }

    @Test
    void takesTheWaitFromItsVariable() {
        server.page(RUN, STATUS.formatted("waiting"));
        tool.with("PLUMBLINE_WAIT", "5");

        assertThat(tool.run("upload", "jmh-result.json")).isZero();

        assertThat(tool.err())
                .contains("warning: no verdict, which doesn't count as a pass: the run was not judged within 5 s");
    }

    @Test
    void doesNotTakeAFileForTheSecondsToWait() {
        judged(REGRESSED);

        assertThat(tool.run("upload", "--wait", "jmh-result.json")).isZero();
        assertThat(tool.run("upload", "--wait=soon", "jmh-result.json")).isEqualTo(2);
        assertThat(tool.err()).contains("--wait takes whole seconds, not 'soon'");
    }

    @Test
    void exitsWith3WhenItShouldFailOnAVerdictAndThereIsNone() {
        server.page(RUN, STATUS.formatted("waiting"));

        assertThat(tool.run("upload", "--wait=5", "--fail-on", "regression", "jmh-result.json"))
                .isEqualTo(3);
    }

    @Test
    void saysLoudlyThatThereIsNoBaseline() {
        judged(NO_BASELINE);

        assertThat(tool.run("upload", "--wait", "jmh-result.json")).isZero();
        assertThat(tool.out())
                .contains("Nothing was compared: there is no baseline yet for ci-linux-x64. This isn't a");

        assertThat(tool.run("upload", "--fail-on", "no-baseline", "jmh-result.json"))
                .isEqualTo(1);
    }

    @Test
    void passesTheVerdictsOnAsJson() {
        judged(REGRESSED);

        assertThat(tool.run("upload", "--wait", "--json", "jmh-result.json")).isZero();

        assertThat(tool.out())
                .startsWith("{\"server\":")
                .contains("\"judgement\":{\"run\":17,\"status\":\"judged\"")
                .contains("\"adjustedPValue\":1.0E-4");
        assertThat(tool.err()).contains("waiting for the verdict on run 17");
    }

    @Test
    void saysWhenTheServerCouldNotJudge() {
        server.page(RUN, STATUS.formatted("failed"));

        assertThat(tool.run("upload", "--wait", "jmh-result.json")).isZero();

        assertThat(tool.err()).contains("as a pass: the server could not judge the run");
    }

    @Test
    void coloursOnlyATerminal() {
        judged(REGRESSED);
        tool.run("upload", "--wait", "jmh-result.json");
        assertThat(tool.out()).doesNotContain("\u001b");

        judged(REGRESSED);
        tool.on(new Terminal(true, 120, true)).run("upload", "--wait", "jmh-result.json");
        assertThat(tool.out()).contains("\u001b[31m");

        judged(REGRESSED);
        tool.run("upload", "--wait", "--no-color", "jmh-result.json");
        assertThat(tool.out()).doesNotContain("\u001b");

        judged(REGRESSED);
        tool.with("NO_COLOR", "1").run("upload", "--wait", "jmh-result.json");
        assertThat(tool.out() + tool.err()).doesNotContain("\u001b");
    }

    @Test
    void staysWithinAsciiWhenAsked() {
        judged(REGRESSED);

        tool.run("upload", "--wait", "--ascii", "--all", "jmh-result.json");

        assertThat(tool.out()).isASCII().contains("2.40 us/op");
    }

    private void judged(String verdicts) {
        server.page(RUN, STATUS.formatted("waiting"), STATUS.formatted("waiting"), STATUS.formatted("judged"))
                .page(RUN + "/verdicts", verdicts);
    }
}
