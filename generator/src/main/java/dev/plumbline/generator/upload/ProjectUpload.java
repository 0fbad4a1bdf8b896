package dev.plumbline.generator.upload;

import dev.plumbline.generator.GeneratedProject;
import dev.plumbline.generator.history.GeneratedRun;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Makes a project on a server and uploads the runs of a made-up one to it, oldest first. */
public final class ProjectUpload {

    private static final long PAUSE_MILLIS = 50;

    private final ServerClient server;
    private final String slug;

    /**
     * An upload.
     *
     * @param server the server's address, without a slash at its end
     * @param token a token of the instance
     * @param slug the name of the project in addresses
     */
    public ProjectUpload(URI server, String token, String slug) {
        this.server = new ServerClient(server, token);
        this.slug = slug;
    }

    /**
     * Makes the project, public, with a policy by which regressions of 5 % block a merge.
     *
     * @throws IOException when the server can't be reached, or refuses, for example because there is such a project
     */
    public void create() throws IOException, InterruptedException {
        Map<String, String> project = Map.of(
                "slug", slug, "name", "Heron", "baseBranch", GeneratedProject.BASE_BRANCH, "visibility", "public");
        server.send("POST", "/projects", project);
        Map<String, Object> policy = Map.of(
                "comment",
                "always",
                "check",
                true,
                "blocks",
                List.of(Map.of("metric", "score", "minimumEffect", 0.05)));
        server.send("PUT", "/projects/" + slug + "/policy", policy);
    }

    /**
     * Uploads all runs and waits until every one is judged.
     *
     * @param eachInTurn whether a run is judged before the next one comes, as it is where runs are hours apart: then the server
     *     also holds what it suspected in between; otherwise it judges the runs when it knows them all
     * @param progress is told each run that was uploaded
     * @throws IOException when the server can't be reached, or refuses
     */
    public void upload(GeneratedProject project, boolean eachInTurn, Consumer<GeneratedRun> progress)
            throws IOException, InterruptedException {
        List<GeneratedRun> runs = project.runs();
        long[] ids = new long[runs.size()];
        for (int number = 0; number < ids.length; number++) {
            GeneratedRun run = runs.get(number);
            ids[number] = upload(run, project.documents(run));
            progress.accept(run);
            boolean moreOfTheCommit =
                    number + 1 < ids.length && runs.get(number + 1).commit().equals(run.commit());
            if (eachInTurn && !moreOfTheCommit) {
                awaitJudged(ids[number]);
            }
        }
        for (long id : ids) {
            awaitJudged(id);
        }
    }

    private long upload(GeneratedRun run, List<byte[]> documents) throws IOException, InterruptedException {
        long id = 0;
        for (int part = 0; part < documents.size(); part++) {
            id = server.upload("/projects/" + slug + "/runs", Metadata.of(run, part), documents.get(part))
                    .path("id")
                    .asLong();
        }
        return id;
    }

    private void awaitJudged(long run) throws IOException, InterruptedException {
        while (server.get("/projects/" + slug + "/runs/" + run)
                .path("status")
                .asText()
                .equals("waiting")) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
