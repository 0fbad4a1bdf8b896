package dev.plumbline.server.report;

import dev.plumbline.analysis.text.PictureLink;
import java.net.URI;
import java.util.OptionalInt;

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
    String page(OptionalInt pullRequest, long run) {
        if (pullRequest.isPresent()) {
            return project + "/pull-requests/" + pullRequest.getAsInt();
        }
        return run > 0 ? run(run) : project;
    }

    String run(long run) {
        return project + "/runs/" + run;
    }

    String series(long series) {
        return project + "/series/" + series;
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

    private PictureLink picture(String picture, String version) {
        String address = project + "/charts/report/" + picture + ".svg?key=" + PictureSignature.of(pictureKey, picture)
                + "&v=" + version + "&theme=";
        return new PictureLink(address + "light", address + "dark");
    }
}
