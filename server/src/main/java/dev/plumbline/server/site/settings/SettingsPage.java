package dev.plumbline.server.site.settings;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.text.RuleWords;
import dev.plumbline.analysis.threshold.PullRequestPolicy;
import dev.plumbline.analysis.threshold.ThresholdRules;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Token;
import dev.plumbline.server.project.TrustedRepository;
import dev.plumbline.server.pullrequest.ForgeBinding;
import dev.plumbline.server.site.frame.Moment;
import dev.plumbline.server.site.frame.Page;
import dev.plumbline.server.site.frame.PageFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a project is set to.
 *
 * @param frame what surrounds it
 * @param url the project's address, which those of its other pages begin with
 * @param api the project's address in the API
 * @param facts the project itself
 * @param policy what is reported on pull requests, in words
 * @param blocks which regressions block a merge, in words
 * @param form the policy to change; empty for those who may not
 * @param answer what became of the form that was sent
 * @param rules the threshold rules in words, in their order
 * @param admin what only administrators see; empty for others
 */
public record SettingsPage(
        PageFrame frame,
        String url,
        String api,
        List<Setting> facts,
        List<Setting> policy,
        List<String> blocks,
        Optional<PolicyForm> form,
        Optional<Answer> answer,
        List<String> rules,
        Optional<Admin> admin)
        implements Page {

    public SettingsPage {
        facts = List.copyOf(facts);
        policy = List.copyOf(policy);
        blocks = List.copyOf(blocks);
        rules = List.copyOf(rules);
    }

    /** Something that is set, by its name. */
    public record Setting(String label, String value) {}

    /** What became of the form: a sentence, and whether it was saved. */
    public record Answer(boolean saved, String text) {}

    /**
     * What only administrators see.
     *
     * @param tokens the tokens
     * @param trusted the repositories whose CI jobs are admitted
     */
    public record Admin(List<Credential> tokens, List<String> trusted) {

        public Admin {
            tokens = List.copyOf(tokens);
            trusted = List.copyOf(trusted);
        }
    }

    /** A token without its secret. */
    public record Credential(String label, String scope, Moment created, String state) {}

    /** What a project is set to, as it is stored. */
    record Stored(
            Project project,
            boolean quarantine,
            Optional<ForgeBinding> forge,
            PullRequestPolicy policy,
            ThresholdRules rules) {}

    static SettingsPage of(
            PageFrame frame, Stored stored, Optional<PolicyForm> form, Optional<Answer> answer, Optional<Admin> admin) {
        Links links = new Links(stored.project().slug());
        PolicyForm policy = PolicyForm.of(stored.policy());
        return new SettingsPage(
                frame,
                links.project(),
                "/api/v1" + links.project(),
                facts(stored),
                List.of(
                        new Setting("Comment", PolicyForm.words(policy.comments())),
                        new Setting("Check", policy.check() ? "On the commit" : "None"),
                        new Setting("Missing or failed benchmarks", PolicyForm.words(policy.missing()))),
                stored.policy().blocks().rules().stream()
                        .map(PolicyForm.Rule::of)
                        .map(SettingsPage::words)
                        .toList(),
                form,
                answer,
                stored.rules().rules().stream().map(RuleWords::of).toList(),
                admin);
    }

    private static List<Setting> facts(Stored stored) {
        Project project = stored.project();
        List<Setting> facts = new ArrayList<>(List.of(
                new Setting("Name", Printable.line(project.name())),
                new Setting("In addresses", project.slug()),
                new Setting("Base branch", Printable.line(project.baseBranch())),
                new Setting("Visibility", project.isPublic() ? "Public" : "Private"),
                new Setting(
                        "Repository",
                        stored.forge()
                                .map(forge -> Printable.line(forge.repository() + " at " + forge.forge()))
                                .orElse("Not bound to a forge")),
                new Setting("Uploads without a token", stored.quarantine() ? "Quarantined" : "Rejected"),
                new Setting("Created", Moment.of(project.createdAt()).day())));
        return facts;
    }

    private static String words(PolicyForm.Rule rule) {
        String size = rule.percent().equals("0") ? "whatever the size" : "from " + rule.percent() + " %";
        return Printable.line("Benchmark " + rule.benchmark() + ", metric " + rule.metric() + ", environment "
                + rule.environment() + ": " + size);
    }

    /** A token as administrators see it. */
    static Credential credential(Token token, boolean valid) {
        return new Credential(
                Printable.line(token.label()),
                token.scope().label(),
                Moment.of(token.createdAt()),
                token.revokedAt()
                        .map(at -> "revoked " + Moment.of(at).day())
                        .or(() -> token.expiresAt()
                                .map(at -> (valid ? "expires " : "expired ")
                                        + Moment.of(at).day()))
                        .orElse("valid"));
    }

    /** A trusted repository in words. */
    static String words(TrustedRepository trusted) {
        return Printable.line(trusted.repository() + " of " + trusted.issuer() + ", "
                + trusted.ref().orElse("any ref") + ", may " + trusted.scope().label());
    }

    @Override
    public String template() {
        return "settings.jte";
    }
}
