package dev.plumbline.collector.client;

import dev.plumbline.collector.json.JsonObject;
import java.util.List;

/**
 * A run as the server stored it.
 *
 * @param id its number
 * @param page its page, as a path or a full address
 * @param duplicate whether it had been stored before
 * @param results how many results it has
 * @param points how many points
 * @param notes what the server remarked on the document
 */
public record UploadReceipt(long id, String page, boolean duplicate, int results, int points, List<String> notes) {

    public UploadReceipt {
        notes = List.copyOf(notes);
    }

    static UploadReceipt of(JsonObject json) {
        return new UploadReceipt(
                json.longInteger("id"),
                json.text("url"),
                json.isTrue("duplicate"),
                json.integer("results"),
                json.integer("points"),
                json.objects("notes").stream().map(note -> note.text("message")).toList());
    }
}
