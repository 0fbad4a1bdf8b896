package dev.plumbline.server.queue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a delivery is. */
public enum DeliveryState {
    /** It is tried, now or later. */
    WAITING,
    /** It can't succeed before a person has done something. */
    DEAD,
    /** It is done. */
    DELIVERED,
    /** There was nothing left to send, or nowhere to send it. */
    DROPPED;

    /** Lower case, as the schema and the API have it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a label; empty where there is none such. */
    public static Optional<DeliveryState> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label().equals(label))
                .findFirst();
    }
}
