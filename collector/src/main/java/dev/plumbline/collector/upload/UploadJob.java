package dev.plumbline.collector.upload;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.collector.ci.CiBuild;
import dev.plumbline.collector.ci.CiProviders;
import dev.plumbline.collector.ci.CiRepository;
import dev.plumbline.collector.client.Payload;
import dev.plumbline.collector.client.PlumblineServer;
import dev.plumbline.collector.client.UploadOutcome;
import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.git.GitRepository;
import dev.plumbline.collector.provenance.Provenance;
import dev.plumbline.collector.spool.Spool;
import dev.plumbline.collector.terminal.Console;
import dev.plumbline.collector.verdict.Judgement;
import dev.plumbline.collector.verdict.VerdictReader;
import dev.plumbline.collector.verdict.VerdictWait;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks files, says where they come from, sends them as one run and reports the outcome. */
public final class UploadJob {

    private final UploadSettings settings;
    private final Surroundings surroundings;
    private final Console console;

    public UploadJob(UploadSettings settings, Surroundings surroundings, Console console) {
        this.settings = settings;
        this.surroundings = surroundings;
        this.console = console;
    }

    /**
     * Uploads these files and returns the exit code.
     *
     * @param format what all of them are said to be; empty: what the content of each shows
     * @throws UsageException before anything is sent when a file or a setting can't be used
     */
    public int run(List<Path> files, Optional<ResultFormat> format) {
        return run(files, format, false);
    }

    /**
     * The same.
     *
     * @param asForks whether each file was written by a process of its own, so that equal files are no duplicates
     */
    public int run(List<Path> files, Optional<ResultFormat> format, boolean asForks) {
        List<ResultFile> documents = new ArrayList<>();
        for (Path file : files) {
            documents.add(ResultFile.check(surroundings.folder(), file, format));
        }
        CiBuild build = CiProviders.recognise(surroundings.environment());
        Provenance provenance =
                Provenance.find(settings.origin(), build, new GitRepository(surroundings.folder()), console);
        String environment = environment();
        console.note(summary(provenance, environment));
        if (settings.access().quarantine()) {
            console.note("uploading to quarantine without a token: the run is judged but never becomes a baseline");
        }

        PlumblineServer server = settings.access().open(surroundings, console);
        Sender sender = new Sender(server, settings, spool(), console);
        sender.resend();
        String run = RunName.of(settings.run(), build, documents);
        List<Sender.Sent> all = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            ResultFile document = documents.get(i);
            String key = key(document, provenance, environment);
            String metadata = MetadataField.json(
                    provenance,
                    environment,
                    asForks && i > 0 ? key + "/fork-" + (i + 1) : key,
                    run,
                    surroundings.machine().get(),
                    document.format(),
                    Pairing.NONE,
                    CiRepository.recognise(surroundings.environment()));
            all.add(sender.send(new Payload(document.file(), document.name(), metadata)));
        }
        List<UploadedFile> reports = reports(server, all);
        if (settings.json()) {
            console.result(UploadJson.of(reports, settings));
        } else {
            new UploadText(settings, console).print(reports);
        }
        return reports.stream().mapToInt(this::exitCode).max().orElse(ExitCode.DONE);
    }

    /** The files in their order, each with the verdict on its run, which is asked for once. */
    private List<UploadedFile> reports(PlumblineServer server, List<Sender.Sent> all) {
        Map<Long, Judgement> judgements = new HashMap<>();
        List<UploadedFile> reports = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            Sender.Sent sent = all.get(i);
            long run = sent.outcome() instanceof UploadOutcome.Accepted accepted
                    ? accepted.run().id()
                    : 0;
            boolean last = run == 0 || !judgements.containsKey(run);
            Judgement judgement =
                    run == 0 ? new Judgement.NotAsked() : judgements.computeIfAbsent(run, id -> judgement(server, id));
            reports.add(0, new UploadedFile(sent, judgement, last));
        }
        return reports;
    }

    private Judgement judgement(PlumblineServer server, long run) {
        if (settings.waitFor().isZero()) {
            return new Judgement.NotAsked();
        }
        console.note("waiting for the verdict on run " + run);
        VerdictReader reader =
                new VerdictReader(settings.access().server(), settings.access().project());
        return new VerdictWait(server, reader, surroundings.timing(), settings.waitFor()).verdicts(run);
    }

    private int exitCode(UploadedFile report) {
        UploadOutcome outcome = report.sent().outcome();
        if (outcome instanceof UploadOutcome.Unreachable) {
            return ExitCode.UNREACHABLE;
        }
        if (outcome instanceof UploadOutcome.Refused) {
            return ExitCode.USAGE;
        }
        if (settings.failOn().isEmpty()) {
            return ExitCode.DONE;
        }
        if (report.judgement() instanceof Judgement.Judged judged) {
            return settings.failOn().stream().anyMatch(kind -> kind.appliesTo(judged.verdicts()))
                    ? ExitCode.VERDICT
                    : ExitCode.DONE;
        }
        return ExitCode.UNREACHABLE;
    }

    private String environment() {
        if (!settings.origin().environment().isEmpty()) {
            return settings.origin().environment();
        }
        String label = surroundings.machine().get().label();
        console.warning(
                "no environment was set, so it is '" + label + "'. Give machines that aren't comparable different"
                        + " names with --environment (or PLUMBLINE_ENVIRONMENT).");
        return label;
    }

    private String key(ResultFile document, Provenance provenance, String environment) {
        if (settings.key().isEmpty()) {
            return RunKey.of(provenance, environment, document.name(), document.hash());
        }
        return settings.key();
    }

    private static String summary(Provenance provenance, String environment) {
        String commit = provenance
                .commit()
                .substring(0, Math.min(10, provenance.commit().length()));
        String request = provenance.pullRequest() > 0 ? ", pull request " + provenance.pullRequest() : "";
        String ci = provenance.build().known() ? " (" + provenance.build().provider() + ")" : "";
        int size = provenance.history().size();
        String history = size == 0 ? "no history" : size == 1 ? "1 commit of history" : size + " commits of history";
        return "commit " + commit + " on " + provenance.branch() + request + ci + ", environment " + environment + ", "
                + history;
    }

    private @Nullable Spool spool() {
        return settings.spool() == null
                ? null
                : new Spool(settings.spool(), surroundings.timing().clock(), console::warning);
    }
}
