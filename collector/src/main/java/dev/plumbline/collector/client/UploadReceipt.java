package dev.plumbline.collector.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A run as the server stored it.
 *
 * @param id its number; 0 when the answer isn't a receipt
 * @param page its page, as a path or a full address
 * @param duplicate whether it had been stored before
 * @param results how many results it has
 * @param points how many points
 * @param notes the server's notes on the document
 */
public record UploadReceipt(
        long id, @JsonProperty("url") String page, boolean duplicate, int results, int points, List<Note> notes) {

    public UploadReceipt {
        notes = List.copyOf(notes);
    }

    /** A note. */
    public record Note(String message) {}
}
