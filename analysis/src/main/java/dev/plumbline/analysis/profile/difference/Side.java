package dev.plumbline.analysis.profile.difference;

import dev.plumbline.analysis.profile.FunctionWeight;
import dev.plumbline.analysis.profile.ProfiledEvent;
import dev.plumbline.analysis.profile.Weight;
import java.util.List;
import java.util.Map;

/**
 * One side of a difference: one event in recordings of the same code.
 *
 * @param recordings each a process of its own; at least one
 * @param operations how many operations the program did in all of them together; NaN if that isn't known
 */
public record Side(List<ProfiledEvent> recordings, double operations) {

    public Side {
        recordings = List.copyOf(recordings);
    }

    /** One recording of so many operations, or NaN. */
    public static Side of(ProfiledEvent recording, double operations) {
        return new Side(List.of(recording), operations);
    }

    /** What each recording weighs. */
    Weight[] wholes() {
        return recordings.stream().map(ProfiledEvent::total).toArray(Weight[]::new);
    }

    /** The functions of each recording. */
    List<Map<String, FunctionWeight>> functions() {
        return recordings.stream().map(ProfiledEvent::functions).toList();
    }
}
