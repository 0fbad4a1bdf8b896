package dev.plumbline.server.report;

import dev.plumbline.analysis.text.PictureLink;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The absolute addresses that a report of one project links to. */
final class ReportAddresses {

    private final String project;
    private final byte[] pictureKey;

    /**
     * Addresses of a project.
     *
     * @param publicUrl the address that people use
     * @param slug the project's
     */
    ReportAddresses(URI publicUrl, String slug, byte[] pictureKey) {
        String base = publicUrl.toString();
        this.project = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/projects/" + slug;
        this.pictureKey = pictureKey.clone();
    }

    /**
     * The page with the whole report.
     *
     * @param run the one run that the report rests on; 0 if there are several, or none
     */
    String page(ReportScope scope, long run) {
        if (scope.pullRequest().isPresent()) {
            return project + "/pull-requests/" + scope.pullRequest().getAsInt();
        }
        if (scope.branch().isPresent()) {
            return project + "/branches/" + path(scope.branch().get());
        }
        return run > 0 ? run(run) : project;
    }

    String run(long run) {
        return project + "/runs/" + run;
    }

    /** The trend of a series with a run drawn on it. */
    String series(long series, long run) {
        return project + "/series/" + series + "?run=" + run;
    }

    /**
     * What changed in a run.
     *
     * @param version of what it shows, so that no proxy serves an old picture
     */
    PictureLink forest(long run, String version) {
        return picture(String.valueOf(run), version);
    }

    /** The history of a series that ends with a run. */
    PictureLink sparkline(long run, long series, String version) {
        return picture(run + "/" + series, version);
    }

    /** A branch's name as the end of a path, in which its slashes stay. */
    private static String path(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    private PictureLink picture(String picture, String version) {
        String address = project + "/charts/report/" + picture + ".svg?key=" + PictureSignature.of(pictureKey, picture)
                + "&v=" + version + "&theme=";
        return new PictureLink(address + "light", address + "dark");
    }
}
