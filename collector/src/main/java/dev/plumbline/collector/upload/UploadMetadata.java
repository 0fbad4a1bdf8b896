package dev.plumbline.collector.upload;

import dev.plumbline.collector.ci.CiBuild;
import dev.plumbline.collector.git.LoggedCommit;
import dev.plumbline.collector.json.Json;
import dev.plumbline.collector.json.JsonBuilder;
import dev.plumbline.collector.json.JsonObject;
import dev.plumbline.collector.machine.Machine;
import dev.plumbline.collector.provenance.Provenance;

/** What goes along with a document, as the API's JSON. */
public final class UploadMetadata {

    private UploadMetadata() {}

    /** The metadata of one run that was measured by itself. */
    public static String json(Provenance provenance, String environment, String key, Machine machine) {
        return json(provenance, environment, key, machine, Pairing.NONE);
    }

    /** The metadata of one run. */
    public static String json(Provenance provenance, String environment, String key, Machine machine, Pairing pairing) {
        JsonBuilder metadata = new JsonBuilder()
                .text("branch", provenance.branch())
                .text("commit", provenance.commit())
                .text("environment", environment)
                .text("key", key)
                .positive("pullRequest", provenance.pullRequest())
                .text("baseBranch", provenance.baseBranch())
                .objects(
                        "commits",
                        provenance.history().stream()
                                .map(UploadMetadata::commit)
                                .toList())
                .object("observed", observed(machine))
                .object("ci", ci(provenance.build()))
                .text("role", pairing.role())
                .positive("pairedWith", pairing.pairedWith());
        return Json.write(metadata.build());
    }

    private static JsonObject commit(LoggedCommit commit) {
        return new JsonBuilder()
                .text("sha", commit.sha())
                .textOrNull("parent", commit.parent())
                .text("committedAt", commit.committedAt())
                .text("author", commit.author())
                .text("subject", commit.subject())
                .build();
    }

    private static JsonObject observed(Machine machine) {
        return new JsonBuilder()
                .text("cpu", machine.cpu())
                .positive("cores", machine.cores())
                .positive("memoryBytes", machine.memoryBytes())
                .text("os", machine.os())
                .text("arch", machine.arch())
                .build();
    }

    private static JsonObject ci(CiBuild build) {
        return new JsonBuilder()
                .text("provider", build.provider())
                .text("url", build.url())
                .positive("attempt", build.attempt())
                .text("runId", build.runId())
                .text("repository", build.repository())
                .build();
    }
}
