package dev.plumbline.collector.duet;

import dev.plumbline.collector.ci.CiBuild;
import dev.plumbline.collector.ci.CiProviders;
import dev.plumbline.collector.ci.CiRepository;
import dev.plumbline.collector.client.Payload;
import dev.plumbline.collector.client.UploadOutcome;
import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.git.GitRepository;
import dev.plumbline.collector.machine.Machine;
import dev.plumbline.collector.provenance.Provenance;
import dev.plumbline.collector.terminal.Console;
import dev.plumbline.collector.upload.MetadataField;
import dev.plumbline.collector.upload.Pairing;
import dev.plumbline.collector.upload.ResultFile;
import dev.plumbline.collector.upload.RunKey;
import dev.plumbline.collector.upload.Sender;
import dev.plumbline.collector.upload.UploadSettings;
import dev.plumbline.collector.upload.UploadText;
import dev.plumbline.collector.upload.UploadedFile;
import dev.plumbline.collector.verdict.Judgement;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Sends the two sides of a duet: the base first, and then the head as its pair. */
final class PairUpload {

    private final UploadSettings base;
    private final UploadSettings head;
    private final Surroundings surroundings;
    private final Console console;

    /** A pair to send, each side with its own commit. */
    PairUpload(UploadSettings base, UploadSettings head, Surroundings surroundings, Console console) {
        this.base = base;
        this.head = head;
        this.surroundings = surroundings;
        this.console = console;
    }

    /** Sends both, reports what happened and returns the exit code. */
    int run(Path baseFile, Path headFile) {
        CiBuild build = CiProviders.recognise(surroundings.environment());
        Sender sender = new Sender(head.access().open(surroundings, console), head, null, console);
        Sender.Sent first = send(sender, base, build, baseFile, Pairing.BASE);
        if (!(first.outcome() instanceof UploadOutcome.Accepted accepted)) {
            return report(List.of(first));
        }
        return report(List.of(
                first,
                send(sender, head, build, headFile, Pairing.with(accepted.run().id()))));
    }

    private Sender.Sent send(Sender sender, UploadSettings side, CiBuild build, Path file, Pairing pairing) {
        ResultFile document = ResultFile.check(surroundings.folder(), file, Optional.empty());
        Provenance provenance =
                Provenance.find(side.origin(), build, new GitRepository(surroundings.folder()), console);
        Machine machine = surroundings.machine().get();
        String environment = side.origin().environment().isEmpty()
                ? machine.label()
                : side.origin().environment();
        String key = RunKey.of(provenance, environment, document.name(), document.hash());
        return sender.send(new Payload(
                document.file(),
                document.name(),
                MetadataField.json(
                        provenance,
                        environment,
                        key,
                        "",
                        machine,
                        document.format(),
                        pairing,
                        CiRepository.recognise(surroundings.environment()))));
    }

    private int report(List<Sender.Sent> sent) {
        new UploadText(head, console)
                .print(sent.stream()
                        .map(each -> new UploadedFile(each, new Judgement.NotAsked(), true))
                        .toList());
        return sent.stream()
                .mapToInt(each -> each.outcome() instanceof UploadOutcome.Accepted
                        ? ExitCode.DONE
                        : each.outcome() instanceof UploadOutcome.Refused ? ExitCode.USAGE : ExitCode.UNREACHABLE)
                .max()
                .orElse(ExitCode.DONE);
    }
}
