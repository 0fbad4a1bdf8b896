package dev.plumbline.server.site.notification;

import dev.plumbline.server.database.UnicodeText;
import dev.plumbline.server.http.PathKeys;
import dev.plumbline.server.http.ProblemException;
import dev.plumbline.server.http.ProblemKind;
import dev.plumbline.server.notification.rule.NotificationChannel;
import dev.plumbline.server.notification.rule.NotificationEvent;
import dev.plumbline.server.notification.rule.NotificationRule;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields of the forms of the notifications page. */
final class RuleForm {

    private static final double PERCENT = 100;

    private final MultiMap fields;

    RuleForm(MultiMap fields) {
        this.fields = fields;
    }

    /** The rule that the form changes; empty for a new one. */
    Optional<Long> rule() {
        String rule = text("rule");
        return rule.isEmpty() ? Optional.empty() : Optional.of(PathKeys.of(rule, "notification"));
    }

    /** What the form requests, not checked yet. */
    NotificationRule.Wish wish() {
        return new NotificationRule.Wish(
                text("name"),
                NotificationChannel.of(text("channel")).orElseThrow(() -> invalid("channel", "isn't a channel")),
                text("target"),
                fields.getAll("events").stream()
                        .map(NotificationEvent::of)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()),
                text("environment"),
                text("benchmark"),
                text("metric"),
                number("minimumPercent") / PERCENT,
                text("enabled").equals("true"));
    }

    /** A text without blanks around it, empty when it is missing. */
    String text(String name) {
        String text = Objects.requireNonNullElse(fields.get(name), "").strip();
        if (!UnicodeText.storable(text)) {
            throw invalid(name, "takes Unicode text without NUL");
        }
        return text;
    }

    /** A time in hours. */
    Duration hours(String name) {
        double hours = number(name);
        if (hours < 0 || hours > 100_000) {
            throw invalid(name, "takes hours");
        }
        return Duration.ofMinutes(Math.round(hours * 60));
    }

    private double number(String name) {
        try {
            double number = Double.parseDouble(text(name).replace(',', '.'));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Reported below.
        }
        throw invalid(name, "takes a number");
    }

    private static ProblemException invalid(String name, String expected) {
        return new ProblemException(ProblemKind.INVALID_REQUEST, "The field '" + name + "' " + expected + ".");
    }
}
