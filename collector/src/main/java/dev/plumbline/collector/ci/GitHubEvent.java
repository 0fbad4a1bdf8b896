package dev.plumbline.collector.ci;

import dev.plumbline.collector.json.Json;
import dev.plumbline.collector.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The file with the event that started a workflow. */
final class GitHubEvent {

    private GitHubEvent() {}

    /** The event; without fields when the file is missing or broken, and what it lacks is then asked for. */
    static JsonObject read(String file) {
        if (file.isEmpty()) {
            return JsonObject.EMPTY;
        }
        try {
            return Json.parse(Files.readString(Path.of(file))).orElse(JsonObject.EMPTY);
        } catch (IOException | InvalidPathException unreadable) {
            return JsonObject.EMPTY;
        }
    }
}
