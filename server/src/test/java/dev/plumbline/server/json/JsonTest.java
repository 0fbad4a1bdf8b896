package dev.plumbline.server.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.audit.Severity;
import dev.plumbline.analysis.model.RunStatus;
import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.analysis.model.Rung;
import dev.plumbline.analysis.report.change.CheckDecision;
import dev.plumbline.analysis.report.change.EnvironmentReport;
import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.server.queue.DeliveryState;
import dev.plumbline.server.regression.RegressionEvent;
import dev.plumbline.server.regression.RegressionState;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void anEnumIsItsLabel() {
        assertThat(Json.text(List.of(
                        Severity.SERIOUS,
                        RunStatus.WAITING,
                        RunTrust.OIDC,
                        Rung.MERGE_BASE,
                        CheckDecision.Conclusion.NEUTRAL,
                        EnvironmentReport.State.JUDGED,
                        ChangePoint.State.SUSPECTED,
                        Outcome.REGRESSED,
                        DeliveryState.DEAD,
                        RegressionEvent.Kind.FALSE_ALARM,
                        RegressionState.FALSE_ALARM)))
                .isEqualTo("[\"serious\",\"waiting\",\"oidc\",\"merge-base\",\"neutral\",\"judged\",\"suspected\","
                        + "\"regressed\",\"dead\",\"false-alarm\",\"false-alarm\"]");
    }
}
