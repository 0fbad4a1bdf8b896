package dev.plumbline.server.api.upload;

import dev.plumbline.server.api.Api;
import dev.plumbline.server.api.ApiRequest;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.report.RunTables;
import dev.plumbline.server.report.UploadTables;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** The documents that runs were uploaded in. */
public final class DocumentRoutes {

    private final RunTables runs;
    private final UploadTables uploads;

    public DocumentRoutes(RunTables runs, UploadTables uploads) {
        this.runs = runs;
        this.uploads = uploads;
    }

    public void mount(Api api) {
        api.read("/projects/{project}/runs/{run}/uploads", this::ofRun);
        api.read("/projects/{project}/uploads/{upload}", request -> Reply.json(one(request)));
        api.read("/projects/{project}/uploads/{upload}/document", this::document);
    }

    private record Uploads(long run, List<UploadTables.Upload> uploads) {}

    private Reply ofRun(ApiRequest request) {
        RunTables.Run run =
                runs.run(request.project().id(), request.key("run")).orElseThrow(() -> request.notFound("run"));
        return Reply.json(new Uploads(run.id(), uploads.of(request.project().id(), run.id())));
    }

    private UploadTables.Upload one(ApiRequest request) {
        return uploads.one(request.project().id(), request.key("upload")).orElseThrow(() -> request.notFound("upload"));
    }

    /** As a file: whatever is in it, no browser shows it. */
    private Reply document(ApiRequest request) {
        UploadTables.Upload upload = one(request);
        byte[] document =
                uploads.document(request.project().id(), upload.id()).orElseThrow(() -> request.notFound("upload"));
        return Reply.tagged("application/gzip", Buffer.buffer(document))
                .with("Content-Disposition", "attachment; filename=\"upload-" + upload.id() + ".gz\"");
    }
}
