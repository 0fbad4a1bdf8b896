package dev.plumbline.collector.comment;

import dev.plumbline.collector.ci.CiForge;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants from a comment. A text that was not given is empty.
 *
 * @param commit the commit that is judged
 * @param pullRequest the pull request's number; 0 when not given
 * @param waitFor how long to wait for the verdict
 * @param quiet whether nothing is posted while nothing changed
 * @param markdown the file that the Markdown is written to instead of posting it, {@code -} for standard output; null for none
 * @param forge where it is posted; empty when no forge is known
 */
record CommentRequest(
        String commit,
        int pullRequest,
        Duration waitFor,
        boolean quiet,
        @Nullable String markdown,
        Optional<CiForge> forge) {}
