package dev.plumbline.server.api;

import dev.plumbline.analysis.report.change.ChangeComment;
import dev.plumbline.analysis.report.change.ChangeReport;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.forge.ForgeKind;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.report.ChangeReports;
import io.vertx.core.buffer.Buffer;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What a commit or a pull request did: as data, and as the comment's Markdown. */
public final class ReportRoutes {

    private static final Pattern SHA = Pattern.compile("[0-9a-f]{7,64}");
    private static final int SHORTEST_COMMENT = 200;
    private static final int LONGEST_COMMENT = 1_000_000;
    private static final int STANDARD_COMMENT = ForgeKind.GITHUB.product().longestComment();

    private final ChangeReports reports;

    public ReportRoutes(ChangeReports reports) {
        this.reports = reports;
    }

    public void mount(Api api) {
        api.read("/projects/{project}/report", request -> Reply.json(ReportAnswer.of(report(request))));
        api.read("/projects/{project}/report.md", this::markdown);
    }

    private Reply markdown(ApiRequest request) {
        ChangeReport report = report(request);
        int limit = request.query().number("limit", STANDARD_COMMENT, SHORTEST_COMMENT, LONGEST_COMMENT);
        return Reply.tagged("text/markdown; charset=utf-8", Buffer.buffer(ChangeComment.render(report, limit)))
                .with("Plumbline-State", report.judged() ? "judged" : "waiting")
                .with("Plumbline-Decision", report.decision().conclusion().label())
                .with("Plumbline-Rank", String.valueOf(report.rank()))
                .with("Plumbline-Changed", String.valueOf(report.changed()));
    }

    private ChangeReport report(ApiRequest request) {
        OptionalInt pullRequest = request.query().text("pullRequest").isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(request.query().number("pullRequest", 1, 1, Integer.MAX_VALUE));
        String commit = request.query().text("commit").orElse("").toLowerCase(Locale.ROOT);
        Optional<String> branch = request.query().text("branch");
        if (branch.isPresent()) {
            if (!commit.isEmpty() || pullRequest.isPresent()) {
                throw Parameters.invalid("branch", "can't be combined with commit or pullRequest");
            }
            return reports.ofBranch(request.project(), branch.get())
                    .orElseThrow(() -> request.notFound("branch '" + Printable.line(branch.get()) + "'"));
        }
        if (commit.isEmpty() && pullRequest.isPresent()) {
            return reports.ofPullRequest(request.project(), pullRequest.getAsInt())
                    .orElseThrow(() -> request.notFound("pull request"));
        }
        if (!SHA.matcher(commit).matches()) {
            throw Parameters.invalid("commit", "takes the measured commit's hash, 7 to 64 hexadecimal digits");
        }
        ChangeReport report = reports.ofCommit(request.project(), commit, pullRequest);
        if (report.environments().isEmpty()) {
            throw request.notFound("run of commit " + commit);
        }
        return report;
    }
}
