package dev.plumbline.server.site;

import dev.plumbline.generator.GeneratedProject;
import dev.plumbline.generator.ProjectSize;
import dev.plumbline.generator.upload.ProjectUpload;
import dev.plumbline.server.TestServer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** A made-up project on a running server, judged, with everything in it that real ones have. */
final class GeneratedSite {

    static final String PROJECT = "heron";

    private static final Instant UNTIL = Instant.parse("2026-11-30T12:00:00Z");

    private GeneratedSite() {}

    /** Uploads the project and waits until all of its runs are judged. */
    static void fill(TestServer server, ProjectSize size) throws IOException, InterruptedException {
        ProjectUpload upload = new ProjectUpload(server.address(), server.adminToken(), PROJECT);
        upload.create();
        upload.upload(new GeneratedProject(size, 1, UNTIL), false, run -> {});
    }

    /** Where to begin a walk: what a link may lead to late or, for the large ones among them, after a smaller one. */
    static List<String> beginnings() {
        String project = "/projects/" + PROJECT;
        return List.of(
                "/",
                project,
                project + "/pull-requests/412",
                project + "/pull-requests/418",
                project + "/notifications",
                project + "/renames",
                project + "/deliveries",
                "/sign-in",
                "/no-such-page");
    }

    /** The header {@code Cookie} of who is signed in, or is not. */
    static String cookie(TestServer server, boolean signedIn) {
        return signedIn ? "plumbline_token=" + server.adminToken() : "";
    }
}
