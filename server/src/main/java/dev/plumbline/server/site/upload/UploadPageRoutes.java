package dev.plumbline.server.site.upload;

import dev.plumbline.analysis.format.document.GzipInput;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoredJson;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.http.PathKeys;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.json.Json;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.report.UploadTables;
import dev.plumbline.server.site.frame.Moment;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.PageReplies;
import dev.plumbline.server.site.part.Fact;
import dev.plumbline.server.site.part.MachineFacts;
import dev.plumbline.server.site.part.WebLink;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page of an upload. */
public final class UploadPageRoutes implements Routes {

    /** How much of the document the page shows, in bytes. */
    private static final int BEGINNING = 8_192;

    private final UploadTables uploads;
    private final PageReplies replies;

    public UploadPageRoutes(Database database, PageReplies replies) {
        this.uploads = new UploadTables(database);
        this.replies = replies;
    }

    @Override
    public void mount(Router router) {
        router.get("/projects/:project/uploads/:upload")
                .handler(context -> replies.project(context, access -> page(context, access.project())));
    }

    private UploadPage page(RoutingContext context, Project project) {
        UploadTables.Upload upload =
                uploads.one(project.id(), PathKeys.of(context, "upload")).orElseThrow(() -> PathKeys.missing("upload"));
        byte[] document = uploads.document(project.id(), upload.id()).orElseThrow(() -> PathKeys.missing("upload"));
        Links links = new Links(project.slug());
        PageFrame frame = replies.frame(
                context,
                "Upload " + upload.id() + " · " + Printable.line(project.name()),
                List.of(
                        new PageFrame.Crumb("Projects", "/"),
                        new PageFrame.Crumb(Printable.line(project.name()), links.project()),
                        new PageFrame.Crumb("Run " + upload.run(), links.run(upload.run()))));
        return new UploadPage(
                frame,
                upload.id(),
                facts(upload, links),
                WebLink.of(StoredJson.flat(upload.ci().text()).getOrDefault("url", "")),
                notes(upload),
                beginning(document),
                upload.bytes() > BEGINNING,
                links.document(upload.id()));
    }

    private static List<Fact> facts(UploadTables.Upload upload, Links links) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Part of", "Run " + upload.run(), links.run(upload.run())));
        if (!upload.key().isEmpty()) {
            facts.add(new Fact("Key", Printable.line(upload.key()), ""));
        }
        facts.add(new Fact("Format", upload.format(), ""));
        facts.add(new Fact("Results", String.valueOf(upload.results()), ""));
        facts.add(new Fact("Size", String.format(Locale.ROOT, "%,d bytes", upload.bytes()), ""));
        facts.add(new Fact("Uploaded", Moment.of(upload.uploadedAt()).full(), ""));
        upload.startedAt()
                .ifPresent(
                        time -> facts.add(new Fact("Measured", Moment.of(time).full(), "")));
        facts.addAll(MachineFacts.of(StoredJson.flat(upload.observed().text())));
        return facts;
    }

    private static List<String> notes(UploadTables.Upload upload) {
        return Arrays.stream(Json.read(upload.notes().text(), Map[].class))
                .map(note -> Optional.ofNullable(note.get("message"))
                        .map(Object::toString)
                        .orElse(""))
                .filter(message -> !message.isEmpty())
                .map(Printable::line)
                .toList();
    }

    private static String beginning(byte[] document) {
        try (GzipInput in = new GzipInput(new ByteArrayInputStream(document), BEGINNING)) {
            return new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8)
                    .lines()
                    .map(Printable::line)
                    .collect(Collectors.joining("\n"));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
