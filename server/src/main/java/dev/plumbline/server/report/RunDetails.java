package dev.plumbline.server.report;

import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.server.audit.StoredFinding;
import dev.plumbline.server.judging.Baseline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A run with its verdicts.
 *
 * @param listing the run as lists show it
 * @param pullRequest the forge's number, if the branch is a pull request's head
 * @param branchId the branch
 * @param startedAt when the measurement began, if it is known
 * @param results results of the document
 * @param baseline what it was compared with; empty for a run of the base branch and before it is judged
 * @param observed what was observed of the machine, by field
 * @param ciProvider who ran it, empty when it is not known
 * @param ciLink the link that the upload named, not checked
 * @param trust how its upload was authenticated
 * @param quarantine what the forge says about a quarantined run, a sentence; empty for others
 * @param uploads the documents that it was uploaded in
 * @param notes what the reader noted
 * @param findings the audit's findings about it: the differences from its baseline first, then the worst
 * @param verdicts its verdicts, worst first
 */
public record RunDetails(
        RunListing listing,
        OptionalInt pullRequest,
        long branchId,
        Optional<Instant> startedAt,
        int results,
        Optional<Baseline> baseline,
        Map<String, String> observed,
        String ciProvider,
        String ciLink,
        RunTrust trust,
        String quarantine,
        List<UploadTables.Upload> uploads,
        List<String> notes,
        List<StoredFinding> findings,
        List<StoredVerdict> verdicts) {

    public RunDetails {
        observed = Map.copyOf(observed);
        uploads = List.copyOf(uploads);
        notes = List.copyOf(notes);
        findings = List.copyOf(findings);
        verdicts = List.copyOf(verdicts);
    }
}
