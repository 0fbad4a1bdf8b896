package dev.plumbline.collector.comment;

import dev.plumbline.collector.ci.CiForge;
import dev.plumbline.collector.client.Backoff;
import dev.plumbline.collector.client.Timing;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.terminal.Console;
import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.comment.StickyComment;
import dev.plumbline.forge.credential.Credential;
import dev.plumbline.forge.repository.Forge;
import dev.plumbline.forge.repository.ForgeException;
import java.time.Duration;
import java.time.Instant;

/** Posts the comment on the forge, and retries for a while if the forge is busy. */
final class CommentPost {

    private static final Duration LONGEST_TRY = Duration.ofMinutes(2);

    private final StickyComment comment;
    private final Timing timing;
    private final Console console;

    /**
     * The comment of a project on this forge.
     *
     * @throws UsageException when address, repository or token can't be used
     */
    CommentPost(String project, CiForge target, Timing timing, Console console) {
        this.comment = comment(project, target, timing);
        this.timing = timing;
        this.console = console;
    }

    /** The most characters of its text. */
    int longestBody() {
        return comment.longestBody();
    }

    /**
     * What was done, as a sentence.
     *
     * @throws ForgeException when the forge refuses, or stays busy
     */
    String put(int number, String markdown, int rank, boolean quiet) {
        Backoff backoff = Backoff.lasting(LONGEST_TRY);
        Instant deadline = timing.clock().instant().plus(backoff.total());
        for (int attempt = 1; ; attempt++) {
            try {
                return sentence(comment.put(number, markdown, rank, quiet));
            } catch (ForgeException failed) {
                Duration pause = backoff.pause(attempt, failed.retryAfter().orElse(Duration.ZERO), timing.random());
                if (!failed.retryable() || timing.clock().instant().plus(pause).isAfter(deadline)) {
                    throw failed;
                }
                console.note(failed.getMessage() + "; trying again in " + Math.max(1, pause.toSeconds()) + " s");
                sleep(pause, failed);
            }
        }
    }

    private static StickyComment comment(String project, CiForge target, Timing timing) {
        if (target.token().isEmpty()) {
            throw new UsageException("missing: PLUMBLINE_FORGE_TOKEN, or "
                    + target.kind().product().commentToken());
        }
        try {
            Forge forge = target.kind()
                    .connect(
                            target.api(),
                            target.repository(),
                            new Credential.Token(target.token()),
                            ForgeKind.client(),
                            timing.clock());
            return new StickyComment(forge, project);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException("can't use the forge: " + wrong.getMessage());
        }
    }

    private void sleep(Duration pause, ForgeException failed) {
        try {
            timing.sleeper().sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed;
        }
    }

    private static String sentence(StickyComment.Result result) {
        String done = switch (result.action()) {
            case POSTED -> "commented";
            case POSTED_ANEW -> "the verdict got worse: posted a new comment and folded the old one";
            case EDITED -> "updated the comment";
            case UNCHANGED -> "the comment is already up to date";
            case NONE -> "nothing changed, so nothing was posted";
        };
        return result.url().map(url -> done + ": " + url).orElse(done);
    }
}
