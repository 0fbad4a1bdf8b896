package dev.plumbline.analysis.profile;

import java.util.List;
import java.util.Optional;

/**
 * What a profiler recorded.
 *
 * @param format the id of the format that it was read from
 * @param events what was recorded, the heaviest of time first; at least one
 * @param notes sentences about what can't be told from it
 */
public record Profile(String format, List<ProfiledEvent> events, List<String> notes) {

    public Profile {
        events = List.copyOf(events);
        notes = List.copyOf(notes);
    }

    /** The event of a name, case ignored; with its package or without it. */
    public Optional<ProfiledEvent> event(String name) {
        return events.stream()
                .filter(event -> event.name().equalsIgnoreCase(name)
                        || withoutPackage(event).equalsIgnoreCase(name))
                .findFirst();
    }

    private static String withoutPackage(ProfiledEvent event) {
        return event.name().substring(event.name().lastIndexOf('.') + 1);
    }
}
