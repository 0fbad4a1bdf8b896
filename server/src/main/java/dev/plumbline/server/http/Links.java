package dev.plumbline.server.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The addresses of one project's pages and pictures. */
public record Links(String slug) {

    /** The project's overview. */
    public String project() {
        return "/projects/" + encoded(slug);
    }

    /** The overview of one branch in one environment; an empty text stands for the default. */
    public String project(String environment, String branch) {
        return project() + query(Map.of("environment", environment, "branch", branch));
    }

    /** The list of pull requests. */
    public String pullRequests() {
        return project() + "/pull-requests";
    }

    /** The page of a pull request. */
    public String pullRequest(int number) {
        return pullRequests() + "/" + number;
    }

    /** The list of runs. */
    public String runs() {
        return project() + "/runs";
    }

    /** The runs of an environment. */
    public String runs(String environment) {
        return runs() + query(Map.of("environment", environment));
    }

    /** The list of benchmarks. */
    public String benchmarks() {
        return project() + "/benchmarks";
    }

    /** The benchmarks of an environment. */
    public String benchmarks(String environment) {
        return benchmarks() + query(Map.of("environment", environment));
    }

    /** What the project is set to. */
    public String settings() {
        return project() + "/settings";
    }

    /** The page of a branch that has no pull request. */
    public String branch(String name) {
        return project() + "/branches/" + encoded(name).replace("%2F", "/");
    }

    /** The page of a run. */
    public String run(long runId) {
        return project() + "/runs/" + runId;
    }

    /** The page of an upload. */
    public String upload(long uploadId) {
        return project() + "/uploads/" + uploadId;
    }

    /** The document of an upload, as the API serves it. */
    public String document(long uploadId) {
        return "/api/v1" + project() + "/uploads/" + uploadId + "/document";
    }

    /** The page of the project's notifications. */
    public String notifications() {
        return project() + "/notifications";
    }

    /** The page of renames and new baselines. */
    public String renames() {
        return project() + "/renames";
    }

    /** What the project sent to forges and other services. */
    public String deliveries() {
        return project() + "/deliveries";
    }

    /** The list of regressions. */
    public String regressions() {
        return project() + "/regressions";
    }

    /** The page of a regression. */
    public String regression(long regressionId) {
        return regressions() + "/" + regressionId;
    }

    /** The page of a series on the base branch. */
    public String series(long seriesId) {
        return project() + "/series/" + seriesId;
    }

    /** The page of a series on a branch, empty for the base branch. */
    public String series(long seriesId, String branch) {
        return series(seriesId, new Range(branch, "", ""));
    }

    /** The page of a series, with one run drawn on the trend of what it was compared with. */
    public String seriesOfRun(long seriesId, long runId) {
        return series(seriesId) + query(Map.of("run", String.valueOf(runId)));
    }

    /** A part of a series' history. */
    public String series(long seriesId, Range range) {
        return series(seriesId) + query(range.parameters());
    }

    /** The page of a benchmark. */
    public String benchmark(long benchmarkId) {
        return project() + "/benchmarks/" + benchmarkId;
    }

    /** The points of a series as data. */
    public String points(long seriesId, Range range, String extension) {
        return "/api/v1" + project() + "/series/" + seriesId + "/points" + extension + query(range.parameters());
    }

    /** The verdicts of a run as data. */
    public String verdicts(long runId, String extension) {
        return "/api/v1" + project() + "/runs/" + runId + "/verdicts" + extension;
    }

    /** The audit's findings about a run, as data. */
    public String audit(long runId) {
        return "/api/v1" + project() + "/runs/" + runId + "/audit";
    }

    /** What the tooltips of a series' trend chart say, as data, without a query. */
    public String tips(long seriesId) {
        return project() + "/charts/tips/" + seriesId + ".json";
    }

    /** The trend chart of a series as a picture, without a query. */
    public String chart(long seriesId, String extension) {
        return project() + "/charts/series/" + seriesId + extension;
    }

    /**
     * A part of a series' history.
     *
     * @param branch the branch, empty for the base branch
     * @param from the first commit's hash, empty: from the beginning
     * @param to the last commit's hash, empty: to the end
     * @param run a run whose branch of comparison it is, instead of a branch; empty for none
     */
    public record Range(String branch, String from, String to, String run) {

        /** A part of a branch's history. */
        public Range(String branch, String from, String to) {
            this(branch, from, to, "");
        }

        Map<String, String> parameters() {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("run", run);
            parameters.put("branch", branch);
            parameters.put("from", from);
            parameters.put("to", to);
            return parameters;
        }
    }

    /** The query of an address, without empty texts; in the order of the map, or by name if it has no order. */
    public static String query(Map<String, String> parameters) {
        Map<String, String> ordered = parameters instanceof LinkedHashMap ? parameters : new TreeMap<>(parameters);
        String query = ordered.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
