package dev.plumbline.forge.comment;

import dev.plumbline.forge.repository.Comment;
import dev.plumbline.forge.repository.Forge;
import dev.plumbline.forge.repository.ForgeException;
import java.util.List;
import java.util.Optional;

/**
 * The one comment of a project on a pull request. It is recognised by a hidden marker, and only among one's own comments, since anybody can
 * write a marker. Editing a comment notifies nobody. So it is edited while the verdict stays the same or gets better; when it gets worse, a new one
 * is posted and the old one is folded.
 */
public final class StickyComment {

    private static final String CUT = "\n\n… the rest doesn't fit into a comment.\n";

    private final Forge forge;
    private final String project;

    /** What was done. */
    public enum Action {
        /** There was none, and now there is. */
        POSTED,
        /** The verdict got worse: there is a new one, and the old one is folded. */
        POSTED_ANEW,
        /** The existing one was changed. */
        EDITED,
        /** The existing one already says this. */
        UNCHANGED,
        /** There is none, and none was wanted. */
        NONE
    }

    /**
     * The outcome.
     *
     * @param url the comment's address; empty without one
     */
    public record Result(Action action, Optional<String> url) {}

    /**
     * The comment of a project.
     *
     * @param project the project's name, which distinguishes its comment from those of other projects on the same pull request
     * @throws IllegalArgumentException when the name has characters that a marker can't have
     */
    public StickyComment(Forge forge, String project) {
        this.forge = forge;
        this.project = StickyMarker.checked(project);
    }

    /** The most characters of a text that fits completely, in addition to the hidden first line. */
    public int longestBody() {
        return forge.longestComment() - StickyMarker.LONGEST;
    }

    /**
     * Makes the comment say this.
     *
     * @param number the pull request's
     * @param body Markdown; what is too long for the forge is truncated at the end of a line
     * @param rank how bad the verdict is: higher is worse, 0 is the best
     * @param quiet whether to post nothing while there is no comment yet
     * @throws ForgeException when the forge refuses; calling again finishes what was started
     */
    public Result put(int number, String body, int rank, boolean quiet) {
        StickyMarker marker = StickyMarker.of(project, rank, body);
        List<Found> found = found(number);
        if (found.isEmpty()) {
            return quiet
                    ? new Result(Action.NONE, Optional.empty())
                    : new Result(Action.POSTED, Optional.of(post(number, marker, body)));
        }
        Found newest = found.get(found.size() - 1);
        foldAll(number, found.subList(0, found.size() - 1));
        if (newest.marker().digest().equals(marker.digest())) {
            return new Result(Action.UNCHANGED, Optional.of(newest.comment().url()));
        }
        if (rank <= newest.marker().rank()) {
            forge.edit(number, newest.comment(), text(marker, body));
            return new Result(Action.EDITED, Optional.of(newest.comment().url()));
        }
        String url = post(number, marker, body);
        foldAll(number, List.of(newest));
        return new Result(Action.POSTED_ANEW, Optional.of(url));
    }

    private record Found(Comment comment, StickyMarker marker) {}

    private List<Found> found(int number) {
        return forge.comments(number).stream()
                .filter(Comment::own)
                .flatMap(comment -> StickyMarker.find(comment.body()).stream()
                        .filter(marker -> marker.project().equals(project))
                        .map(marker -> new Found(comment, marker)))
                .toList();
    }

    private String post(int number, StickyMarker marker, String body) {
        return forge.post(number, text(marker, body)).url();
    }

    private void foldAll(int number, List<Found> outdated) {
        for (Found old : outdated) {
            if (!old.comment().folded()) {
                forge.fold(number, old.comment());
            }
        }
    }

    private String text(StickyMarker marker, String body) {
        String start = marker.text() + "\n";
        int room = forge.longestComment() - start.length();
        if (body.length() <= room) {
            return start + body;
        }
        String head = body.substring(0, room - CUT.length());
        int end = head.lastIndexOf('\n');
        return start + (end < 0 ? "" : head.substring(0, end)) + CUT;
    }
}
