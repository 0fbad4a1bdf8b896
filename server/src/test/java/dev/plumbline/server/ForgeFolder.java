package dev.plumbline.server;

import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.fake.FakeAccounts;
import dev.plumbline.forge.fake.FakeForge;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A forges file for a fake forge, and the folder of its secrets: {@code fake} speaks to it like GitHub with a token, {@code app} with an
 * App's key, {@code gitlab} and {@code gitea} like these.
 */
final class ForgeFolder {

    /** What the fake forge's webhooks are signed with. */
    static final String WEBHOOK_SECRET = "it is a secret";

    private final Path folder;

    ForgeFolder(FakeForge fake) {
        try {
            folder = Files.createTempDirectory("plumbline-forges-");
            Files.writeString(folder.resolve("hook"), WEBHOOK_SECRET);
            token(fake.accounts().token());
            Files.writeString(folder.resolve("app.pem"), fake.accounts().appPem());
            Files.writeString(
                    file(),
                    new JsonObject()
                            .put(
                                    "forges",
                                    new JsonArray()
                                            .add(entry(fake, "fake", ForgeKind.GITHUB)
                                                    .put("tokenFile", "token")
                                                    .put("webhookSecretFile", "hook"))
                                            .add(entry(fake, "app", ForgeKind.GITHUB)
                                                    .put(
                                                            "app",
                                                            new JsonObject()
                                                                    .put("id", FakeAccounts.APP)
                                                                    .put("privateKeyFile", "app.pem")))
                                            .add(entry(fake, "gitlab", ForgeKind.GITLAB)
                                                    .put("tokenFile", "token"))
                                            .add(entry(fake, "gitea", ForgeKind.GITEA)
                                                    .put("tokenFile", "token")))
                            .encode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject entry(FakeForge fake, String name, ForgeKind kind) {
        return new JsonObject()
                .put("name", name)
                .put("kind", kind.name().toLowerCase(Locale.ROOT))
                .put("web", fake.address())
                .put("api", fake.api(kind))
                .put("repositories", new JsonArray().add("acme/*"));
    }

    /** The forges file. */
    Path file() {
        return folder.resolve("forges.json");
    }

    /** Where the token lies. */
    Path tokenFile() {
        return folder.resolve("token");
    }

    /** Puts another token into its file. */
    void token(String token) {
        try {
            Files.writeString(tokenFile(), token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
