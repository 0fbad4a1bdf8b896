package dev.plumbline.server.site.series;

import dev.plumbline.server.http.Links;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The query of a view: what its page, its pictures and its data have in common.
 *
 * @param run the run that is compared, empty for none
 * @param branch the branch, empty for the base branch
 * @param from the first commit or time, empty: from the beginning
 * @param to the last commit or time, empty: to the end
 * @param axis the horizontal axis, empty for commits
 */
public record SeriesAddress(String run, String branch, String from, String to, String axis) {

    /** The query that shows a view. */
    static SeriesAddress of(SeriesView view) {
        String run = view.asked().isEmpty()
                ? view.candidate().map(one -> String.valueOf(one.runId())).orElse("")
                : "";
        Zoom zoom = view.zoom();
        return new SeriesAddress(
                run, view.asked(), zoom.from().text(), zoom.to().text(), zoom.axisParameter());
    }

    /** Another part of the same. */
    SeriesAddress part(String newFrom, String newTo) {
        return new SeriesAddress(run, branch, newFrom, newTo, axis);
    }

    /** The same along another axis. */
    SeriesAddress along(String newAxis) {
        return new SeriesAddress(run, branch, from, to, newAxis);
    }

    /** The parameters, in their order. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("run", run);
        parameters.put("branch", branch);
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.put("axis", axis);
        return parameters;
    }

    /** The query of an address. */
    public String query() {
        return Links.query(parameters());
    }
}
