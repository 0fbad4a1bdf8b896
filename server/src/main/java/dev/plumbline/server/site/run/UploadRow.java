package dev.plumbline.server.site.run;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.report.UploadTables;
import dev.plumbline.server.site.frame.Moment;

/**
 * A document of a run.
 *
 * @param number the upload's number
 * @param url its page
 * @param key what it was uploaded under
 * @param format what it is
 * @param results how many results it has
 * @param uploadedAt when it came
 */
public record UploadRow(long number, String url, String key, String format, int results, Moment uploadedAt) {

    static UploadRow of(UploadTables.Upload upload, Links links) {
        return new UploadRow(
                upload.id(),
                links.upload(upload.id()),
                Printable.line(upload.key()),
                upload.format(),
                upload.results(),
                Moment.of(upload.uploadedAt()));
    }
}
