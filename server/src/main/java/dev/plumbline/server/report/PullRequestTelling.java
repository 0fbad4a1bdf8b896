package dev.plumbline.server.report;

import dev.plumbline.analysis.report.change.ChangeComment;
import dev.plumbline.analysis.report.change.ChangeReport;
import dev.plumbline.analysis.report.change.ChangeSentence;
import dev.plumbline.analysis.report.change.EnvironmentReport;
import dev.plumbline.analysis.threshold.CommentMode;
import dev.plumbline.analysis.threshold.PullRequestPolicy;
import dev.plumbline.forge.comment.StickyComment;
import dev.plumbline.forge.repository.CommitStatus;
import dev.plumbline.forge.repository.Forge;
import dev.plumbline.forge.repository.ForgeException;
import dev.plumbline.server.forges.ConfiguredForge;
import dev.plumbline.server.queue.DeliveryOutcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Posts one report to one pull request: the comment, then the check. What was created is remembered, whichever of the two fails. */
final class PullRequestTelling {

    /** The fields of what is remembered. */
    private static final String URL = "url";

    private static final String CHECK = "check";
    private static final String CHECKED = "checked";
    private static final String SAID = "said";

    private final ConfiguredForge entry;
    private final Forge forge;
    private final String name;
    private final Map<String, String> made;
    private final List<String> done = new ArrayList<>();

    /**
     * Posting, with what is remembered from earlier attempts.
     *
     * @param name the pull request, for people
     */
    PullRequestTelling(ConfiguredForge entry, Forge forge, String name, Map<String, String> remembered) {
        this.entry = entry;
        this.forge = forge;
        this.name = name;
        this.made = new LinkedHashMap<>(remembered);
    }

    DeliveryOutcome tell(int number, ChangeReport report, PullRequestPolicy policy) {
        Optional<DeliveryOutcome> refused = comment(number, report, policy);
        // A credential that may not comment may still report a check. One that is rejected, or a forge that can't be
        // reached, is not tried again.
        if (refused.isEmpty() || !again(refused.get())) {
            Optional<DeliveryOutcome> unchecked = check(report, policy);
            refused = refused.or(() -> unchecked);
        }
        return refused.orElseGet(() -> DeliveryOutcome.delivered(String.join(" ", done), 0))
                .remembering(made);
    }

    private static boolean again(DeliveryOutcome outcome) {
        return switch (outcome.kind()) {
            case POSTPONED, FAILED -> true;
            case DEAD, DROPPED -> outcome.status() == 401;
            case DELIVERED -> false;
        };
    }

    private Optional<DeliveryOutcome> comment(int number, ChangeReport report, PullRequestPolicy policy) {
        boolean known =
                report.environments().stream().anyMatch(each -> each.state() != EnvironmentReport.State.WAITING);
        if (policy.comment() == CommentMode.NEVER || !known) {
            done.add(
                    known
                            ? "The policy asks for no comment."
                            : "Nothing of " + shortSha(report) + " has been judged yet.");
            return Optional.empty();
        }
        boolean quiet = policy.comment() == CommentMode.CHANGES && !report.changed();
        try {
            StickyComment sticky = new StickyComment(forge, report.project());
            String body = ChangeComment.render(report, sticky.longestBody());
            StickyComment.Result result = sticky.put(number, body, report.rank(), quiet);
            result.url().ifPresent(url -> made.put(URL, url));
            done.add(
                    switch (result.action()) {
                        case POSTED -> "The comment was posted.";
                        case POSTED_ANEW -> "The verdict got worse: a new comment was posted and the old one folded.";
                        case EDITED -> "The comment was edited.";
                        case UNCHANGED -> "The comment already says this.";
                        case NONE -> "Nothing changed, so there is no comment.";
                    });
            return Optional.empty();
        } catch (ForgeException e) {
            return Optional.of(ForgeFailures.of(e, entry, "comment on " + name));
        }
    }

    private Optional<DeliveryOutcome> check(ChangeReport report, PullRequestPolicy policy) {
        boolean measured = !report.environments().isEmpty();
        if (!policy.check() || (!measured && policy.blocksNothing())) {
            return Optional.empty();
        }
        CommitStatus status = status(report, measured);
        String said = digest(status);
        if (report.head().equals(made.get(CHECKED)) && said.equals(made.get(SAID))) {
            done.add("The check already says this.");
            return Optional.empty();
        }
        try {
            made.put(CHECK, forge.report(status));
            made.put(CHECKED, report.head());
            made.put(SAID, said);
            done.add("The check on " + shortSha(report) + " says "
                    + status.state().name().toLowerCase(Locale.ROOT) + ".");
            return Optional.empty();
        } catch (ForgeException e) {
            return Optional.of(ForgeFailures.of(e, entry, "report a check on " + shortSha(report)));
        }
    }

    /**
     * The check, named after the project, since several of them may share one repository. If a merge may be blocked, a commit without
     * a measurement has a pending check: it isn't a pass.
     */
    private CommitStatus status(ChangeReport report, boolean measured) {
        return new CommitStatus(
                report.head(),
                "plumbline/" + report.project(),
                state(report),
                measured ? new ChangeSentence(report).text() : "This commit hasn't been measured yet",
                measured && forge.longestSummary() > 0 ? ChangeComment.render(report, forge.longestSummary()) : "",
                report.url(),
                Optional.ofNullable(made.get(CHECK)).filter(id -> report.head().equals(made.get(CHECKED))));
    }

    private static CommitStatus.State state(ChangeReport report) {
        if (!report.judged()) {
            return CommitStatus.State.PENDING;
        }
        return switch (report.decision().conclusion()) {
            case SUCCESS -> CommitStatus.State.SUCCESS;
            case FAILURE -> CommitStatus.State.FAILURE;
            case NEUTRAL -> CommitStatus.State.NEUTRAL;
        };
    }

    private static String digest(CommitStatus status) {
        String text = String.join("\n", status.state().name(), status.title(), status.summary(), status.url());
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String shortSha(ChangeReport report) {
        return report.head().substring(0, Math.min(8, report.head().length()));
    }
}
