package dev.plumbline.server.site.regression;

import dev.plumbline.server.http.Links;
import dev.plumbline.server.regression.TriageInput;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a person types to decide on regressions, as it was sent.
 *
 * @param decision one of {@link TriageInput#DECISIONS}; empty for none
 * @param assignee who it is to be assigned to
 * @param assigneeBefore who it was assigned to when the form was shown
 * @param note what is said about it
 * @param who the person's name
 */
record TriageForm(String decision, String assignee, String assigneeBefore, String note, String who) {

    /** The cookie that keeps the given name for the next time. */
    private static final String NAME_COOKIE = "plumbline_name";

    private static final long NAME_SECONDS = 365L * 24 * 3_600;

    static TriageForm of(HttpServerRequest request) {
        return new TriageForm(
                field(request, "decision"),
                field(request, "assignee").strip(),
                field(request, "assigneeBefore").strip(),
                field(request, "note").strip(),
                field(request, "who").strip());
    }

    /** What is wrong with it, as a sentence; empty if nothing is. */
    Optional<String> complaint() {
        if (!decision.isEmpty() && !TriageInput.decides(decision)) {
            return Optional.of("The decision takes " + TriageInput.DECISIONS + ".");
        }
        if (TriageInput.name(assignee).isEmpty()) {
            return Optional.of("\u201cAssigned to\u201d " + TriageInput.NAME_RULE + ".");
        }
        if (TriageInput.note(note).isEmpty()) {
            return Optional.of("The note " + TriageInput.NOTE_RULE + "; this one has " + note.length() + ".");
        }
        if (TriageInput.name(who).isEmpty()) {
            return Optional.of("Your name " + TriageInput.NAME_RULE + ".");
        }
        return Optional.empty();
    }

    /** Whether it assigns the regression to somebody else. */
    boolean assigns() {
        return !assignee.equals(assigneeBefore);
    }

    /** The name that was given last; empty if none was. */
    static String knownName(HttpServerRequest request) {
        Cookie cookie = request.getCookie(NAME_COOKIE);
        if (cookie == null) {
            return "";
        }
        try {
            return TriageInput.name(URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8))
                    .orElse("");
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }

    /** The cookie that keeps the name, for the pages of one project. */
    Cookie nameCookie(HttpServerRequest request, String project) {
        return Cookie.cookie(NAME_COOKIE, URLEncoder.encode(who, StandardCharsets.UTF_8))
                .setPath(new Links(project).project())
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure("https".equals(request.scheme()))
                .setMaxAge(who.isEmpty() ? 0 : NAME_SECONDS);
    }

    private static String field(HttpServerRequest request, String name) {
        return Optional.ofNullable(request.getFormAttribute(name)).orElse("");
    }
}
