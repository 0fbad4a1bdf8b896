package dev.plumbline.generator.history;

/**
 * A commit of the base branch that did something.
 *
 * @param subject what it says
 * @param effect what it did
 * @param from the place of the measured commit that did it, from 0
 * @param until the place of the one that undid it; {@link #STAYS} if none did
 * @param undoing what that one says
 */
public record PlantedChange(String subject, PlantedEffect effect, int from, int until, String undoing) {

    /** The place of a commit that never comes. */
    public static final int STAYS = Integer.MAX_VALUE;

    static PlantedChange lasting(String subject, PlantedEffect effect, int from) {
        return new PlantedChange(subject, effect, from, STAYS, "");
    }

    /** Whether the code at a place has it. */
    boolean in(int place) {
        return from <= place && place < until;
    }
}
