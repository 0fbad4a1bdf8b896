package dev.plumbline.analysis.report.change;

import java.util.List;

/**
 * How much a comment lists, in each environment.
 *
 * @param rows how many series that changed, worst first
 * @param folded how many lines of each list that is folded away
 * @param pictures whether there are pictures
 */
record CommentExtent(int rows, int folded, boolean pictures) {

    /** From everything useful down to the bare verdict: what is folded is dropped first, the worst rows last. */
    static final List<CommentExtent> SHRINKING = List.of(
            new CommentExtent(100, 50, true),
            new CommentExtent(100, 10, true),
            new CommentExtent(60, 10, true),
            new CommentExtent(40, 5, true),
            new CommentExtent(25, 3, true),
            new CommentExtent(15, 1, true),
            new CommentExtent(10, 0, true),
            new CommentExtent(10, 0, false),
            new CommentExtent(5, 0, false),
            new CommentExtent(3, 0, false),
            new CommentExtent(1, 0, false),
            new CommentExtent(0, 0, false));
}
