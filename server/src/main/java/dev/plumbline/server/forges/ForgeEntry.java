package dev.plumbline.server.forges;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.product.ForgeProduct;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** One entry of the forges file, read field by field; each complaint begins with the field and ends with the remedy. */
final class ForgeEntry {

    private static final Set<String> FIELDS =
            Set.of("name", "kind", "web", "api", "app", "tokenFile", "webhookSecretFile", "repositories");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
    private static final Pattern REPOSITORIES = Pattern.compile("[A-Za-z0-9._*/-]{1,200}");

    private final JsonNode json;
    private final Path folder;
    private final Consumer<String> complaints;
    private boolean holds = true;

    /**
     * An entry.
     *
     * @param folder the folder that paths are relative to
     * @param complaints receives complaints, each to be appended to the entry's own place
     */
    ForgeEntry(JsonNode json, Path folder, Consumer<String> complaints) {
        this.json = json;
        this.folder = folder;
        this.complaints = complaints;
    }

    /** The entry, empty when there were complaints. */
    Optional<ConfiguredForge> read() {
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!FIELDS.contains(name)) {
                complain("." + name + ": there is no such field: remove it, or correct its name");
            }
        }
        String name = text("name");
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            complain(".name: is '" + name + "': expected 1 to 40 lower-case letters, digits and hyphens");
        }
        Optional<ForgeKind> kind = kind();
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        ForgeProduct product = kind.get().product();
        String web = web(product);
        String api = json.hasNonNull("api") ? address("api", text("api")) : product.api(web);
        Optional<String> appId = appId(product);
        SecretFile secret = secret(appId.isPresent());
        Optional<SecretFile> webhookSecret = json.hasNonNull("webhookSecretFile")
                ? Optional.of(file(".webhookSecretFile", text("webhookSecretFile")))
                : Optional.empty();
        webhookSecret.ifPresent(one -> check(".webhookSecretFile", one::read));
        ConfiguredForge forge =
                new ConfiguredForge(name, kind.get(), web, api, appId, secret, webhookSecret, repositories());
        if (holds) {
            check(appId.isPresent() ? ".app.privateKeyFile" : ".tokenFile", forge::credential);
        }
        return holds ? Optional.of(forge) : Optional.empty();
    }

    private Optional<ForgeKind> kind() {
        String name = text("kind");
        Optional<ForgeKind> kind = ForgeKind.named(name);
        if (kind.isEmpty() && !name.isEmpty()) {
            complain(".kind: is '" + name + "': expected " + ForgeKind.names());
        }
        return kind;
    }

    private String web(ForgeProduct forge) {
        if (json.hasNonNull("web")) {
            return address("web", text("web"));
        }
        if (forge.publicAddress().isEmpty()) {
            complain(".web: is missing: give the address that people use, such as https://git.example.com");
        }
        return forge.publicAddress().orElse("");
    }

    private String address(String field, String text) {
        Optional<String> address = WebAddress.of(text.strip());
        if (address.isPresent()) {
            return address.get();
        }
        complain("." + field + ": expected an address such as https://git.example.com, without user, ? and #");
        return "";
    }

    private Optional<String> appId(ForgeProduct forge) {
        JsonNode app = json.path("app");
        if (app.isMissingNode() || app.isNull()) {
            return Optional.empty();
        }
        if (!forge.hasApps()) {
            complain(".app: " + forge.names().getFirst() + " has no Apps: give a tokenFile");
        }
        String id = app.path("id").asText("");
        if (id.isBlank() || !app.path("privateKeyFile").isTextual() || app.size() != 2) {
            complain(".app: expected the fields id and privateKeyFile: both come from the App's settings page");
        }
        return Optional.of(id.strip());
    }

    private SecretFile secret(boolean app) {
        if (app == json.hasNonNull("tokenFile")) {
            complain(
                    app
                            ? ".tokenFile: can't be combined with app: keep one of them"
                            : ": give tokenFile, or app on GitHub");
        }
        return app
                ? file(
                        ".app.privateKeyFile",
                        json.path("app").path("privateKeyFile").asText(""))
                : file(".tokenFile", json.hasNonNull("tokenFile") ? text("tokenFile") : "");
    }

    private SecretFile file(String place, String path) {
        try {
            return new SecretFile(folder.resolve(path).normalize());
        } catch (InvalidPathException e) {
            complain(place + ": isn't the path of a file");
            return new SecretFile(folder);
        }
    }

    private List<String> repositories() {
        List<String> patterns = new ArrayList<>();
        for (JsonNode pattern : json.path("repositories")) {
            String text = pattern.asText("");
            if (!pattern.isTextual() || !REPOSITORIES.matcher(text).matches()) {
                complain(".repositories[" + patterns.size()
                        + "]: expected owner/name, or owner/* for all repositories of an owner");
            }
            patterns.add(text);
        }
        if (patterns.isEmpty()) {
            complain(".repositories: is missing or empty: list what this credential may be used for, such as"
                    + " \"acme/*\"");
        }
        return patterns;
    }

    private String text(String field) {
        JsonNode value = json.path(field);
        if (value.isTextual() && !value.asText().isBlank()) {
            return value.asText().strip();
        }
        complain(
                "." + field + (value.isMissingNode() ? ": is missing: add it" : ": expected a text that is not empty"));
        return "";
    }

    /** Reads a secret once, so that an invalid file stops the start and not the first delivery. */
    private void check(String place, Runnable reading) {
        try {
            reading.run();
        } catch (ForgesException e) {
            complain(place + ": " + e.getMessage());
        }
    }

    private void complain(String complaint) {
        holds = false;
        complaints.accept(complaint);
    }
}
