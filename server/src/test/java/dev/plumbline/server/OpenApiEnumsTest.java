package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.audit.Severity;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.RunStatus;
import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.analysis.model.Rung;
import dev.plumbline.analysis.report.change.CheckDecision;
import dev.plumbline.analysis.report.change.EnvironmentReport;
import dev.plumbline.analysis.threshold.CommentMode;
import dev.plumbline.analysis.threshold.MissingMode;
import dev.plumbline.analysis.threshold.SuspicionMode;
import dev.plumbline.analysis.verdict.Method;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.server.ingest.RunRole;
import dev.plumbline.server.notification.rule.NotificationChannel;
import dev.plumbline.server.notification.rule.NotificationEvent;
import dev.plumbline.server.project.Scope;
import dev.plumbline.server.queue.DeliveryOutcome;
import dev.plumbline.server.queue.DeliveryState;
import dev.plumbline.server.regression.DetectorState;
import dev.plumbline.server.regression.RegressionEvent;
import dev.plumbline.server.regression.RegressionKind;
import dev.plumbline.server.regression.RegressionState;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words that the API's description lists are those of the Java enums. */
class OpenApiEnumsTest {

    private static JsonObject document = new JsonObject();

    record Words(String schema, List<String> labels) {

        static <E> Words of(String schema, E[] constants, Function<E, String> label) {
            return new Words(schema, Arrays.stream(constants).map(label).toList());
        }
    }

    static List<Words> enums() {
        return List.of(
                Words.of(
                        "AttemptOutcome",
                        DeliveryOutcome.Kind.values(),
                        kind -> kind.name().toLowerCase(Locale.ROOT)),
                Words.of("CommentMode", CommentMode.values(), CommentMode::label),
                Words.of("SuspicionMode", SuspicionMode.values(), SuspicionMode::label),
                Words.of("Conclusion", CheckDecision.Conclusion.values(), CheckDecision.Conclusion::label),
                Words.of("DeliveryState", DeliveryState.values(), DeliveryState::label),
                Words.of("DetectorState", DetectorState.values(), DetectorState::label),
                Words.of("Harness", Harness.values(), Harness::id),
                Words.of("Method", Method.values(), Method::label),
                Words.of("MissingMode", MissingMode.values(), MissingMode::label),
                Words.of("Mode", Mode.values(), Mode::label),
                Words.of("NotificationChannel", NotificationChannel.values(), NotificationChannel::label),
                Words.of("NotificationEvent", NotificationEvent.values(), NotificationEvent::label),
                Words.of("Outcome", Outcome.values(), Outcome::label),
                Words.of("RegressionEventKind", RegressionEvent.Kind.values(), RegressionEvent.Kind::label),
                Words.of("RegressionKind", RegressionKind.values(), RegressionKind::label),
                Words.of("RegressionState", RegressionState.values(), RegressionState::label),
                Words.of("ReportState", EnvironmentReport.State.values(), EnvironmentReport.State::label),
                Words.of("ResultFormat", ResultFormat.values(), ResultFormat::id),
                Words.of("RunRole", RunRole.values(), RunRole::label),
                Words.of("RunStatus", RunStatus.values(), RunStatus::label),
                Words.of("RunTrust", RunTrust.values(), RunTrust::label),
                Words.of("Rung", Rung.values(), Rung::label),
                Words.of("Scope", Scope.values(), Scope::label),
                Words.of("Severity", Severity.values(), Severity::label));
    }

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = Objects.requireNonNull(OpenApiEnumsTest.class.getResourceAsStream("/openapi.json"))) {
            document = new JsonObject(Buffer.buffer(in.readAllBytes()));
        }
    }

    @ParameterizedTest
    @MethodSource("enums")
    void listsTheLabelsOfTheEnum(Words words) {
        assertThat(listed(words.schema())).as(words.schema()).containsExactlyInAnyOrderElementsOf(words.labels());
    }

    @Test
    void everySchemaThatIsAListOfWordsHasItsEnum() {
        List<String> lists = schemas().fieldNames().stream()
                .filter(name -> schemas().getJsonObject(name).containsKey("enum"))
                .toList();

        List<String> known = enums().stream().map(Words::schema).toList();
        assertThat(lists).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void noPropertyListsTheWordsOfASchemaAgain() {
        Map<String, List<String>> inline = new HashMap<>();
        document.getMap().forEach((name, value) -> gather(name, value, inline));
        schemas().fieldNames().forEach(name -> inline.remove("components/schemas/" + name));

        List<List<String>> named = enums().stream()
                .map(words -> words.labels().stream().sorted().toList())
                .toList();
        assertThat(inline)
                .isNotEmpty()
                .noneSatisfy((place, words) ->
                        assertThat(named).contains(words.stream().sorted().toList()));
    }

    private static void gather(String place, Object value, Map<String, List<String>> lists) {
        if (value instanceof JsonObject object) {
            gather(place, object.getMap(), lists);
        } else if (value instanceof Map<?, ?> fields) {
            if (fields.get("enum") instanceof List<?> words) {
                lists.put(place, words.stream().map(String::valueOf).toList());
            }
            fields.forEach((name, field) -> gather(place + "/" + name, field, lists));
        } else if (value instanceof JsonArray array) {
            gather(place, array.getList(), lists);
        } else if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                gather(place + "/" + i, items.get(i), lists);
            }
        }
    }

    private static JsonObject schemas() {
        return document.getJsonObject("components").getJsonObject("schemas");
    }

    private static List<String> listed(String schema) {
        return schemas().getJsonObject(schema).getJsonArray("enum").stream()
                .map(String.class::cast)
                .toList();
    }
}
