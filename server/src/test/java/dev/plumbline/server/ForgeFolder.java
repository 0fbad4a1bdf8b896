package dev.plumbline.server;

import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.fake.FakeForge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A forges file with one entry, {@code fake}, for a fake forge that is spoken to like GitHub; the folder of its secrets. */
final class ForgeFolder {

    /** What the fake forge's webhooks are signed with. */
    static final String WEBHOOK_SECRET = "it is a secret";

    private final Path folder;

    ForgeFolder(FakeForge fake) {
        try {
            folder = Files.createTempDirectory("plumbline-forges-");
            Files.writeString(folder.resolve("hook"), WEBHOOK_SECRET);
            token(fake.accounts().token());
            Files.writeString(file(), """
                {"forges": [{"name": "fake", "kind": "github", "web": "%s", "api": "%s", "tokenFile": "token",
                    "webhookSecretFile": "hook", "repositories": ["acme/*"]}]}
                """.formatted(fake.address(), fake.api(ForgeKind.GITHUB)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
