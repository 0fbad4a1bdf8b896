package dev.plumbline.server.site.regression;

import dev.plumbline.server.regression.TriageInput;
import io.vertx.core.http.HttpServerRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The regressions that a form is about.
 *
 * @param ids the ones that were selected
 * @param undo the decisions that are to be restored, by regression; empty unless the form undoes something
 */
record SelectedRegressions(List<Long> ids, Map<Long, String> undo) {

    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    SelectedRegressions {
        ids = List.copyOf(ids);
        undo = Map.copyOf(undo);
    }

    static SelectedRegressions of(HttpServerRequest request) {
        List<Long> ids = request.formAttributes().getAll("id").stream()
                .filter(text -> ID.matcher(text).matches())
                .map(Long::valueOf)
                .distinct()
                .limit(RegressionsPage.PAGE_SIZE)
                .toList();
        Map<Long, String> undo = new LinkedHashMap<>();
        Stream.of(Optional.ofNullable(request.getFormAttribute("undo"))
                        .orElse("")
                        .split(" "))
                .map(text -> text.split(":", 2))
                .filter(pair -> pair.length == 2 && ID.matcher(pair[0]).matches() && TriageInput.decides(pair[1]))
                .limit(RegressionsPage.PAGE_SIZE)
                .forEach(pair -> undo.put(Long.valueOf(pair[0]), pair[1]));
        return new SelectedRegressions(ids, undo);
    }

    /** Decisions by regression as one text, which a form sends to restore them. */
    static String written(Map<Long, String> decisions) {
        return decisions.entrySet().stream()
                .map(decision -> decision.getKey() + ":" + decision.getValue())
                .collect(Collectors.joining(" "));
    }

    /** What is missing, as a sentence; empty if nothing is. */
    Optional<String> complaint(String decision) {
        if (!undo.isEmpty()) {
            return Optional.empty();
        }
        if (ids.isEmpty()) {
            return Optional.of("No regression is selected: tick those to decide on.");
        }
        return decision.isEmpty() ? Optional.of("No decision is chosen.") : Optional.empty();
    }

    /** The decision on each. */
    Map<Long, String> decisions(String decision) {
        return undo.isEmpty() ? ids.stream().collect(Collectors.toMap(id -> id, id -> decision)) : undo;
    }
}
