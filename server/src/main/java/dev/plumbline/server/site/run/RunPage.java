package dev.plumbline.server.site.run;

import dev.plumbline.analysis.model.RunStatus;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.Page;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.Tone;
import dev.plumbline.server.site.part.AuditView;
import dev.plumbline.server.site.part.Fact;
import dev.plumbline.server.site.part.VerdictFilterForm;
import dev.plumbline.server.site.part.VerdictList;
import java.util.List;
import java.util.Optional;

/**
 * A run and what its comparison says.
 *
 * @param frame what surrounds it
 * @param number the run's number
 * @param status how far it has been judged
 * @param commit the measured commit
 * @param facts branch, environment, times, what was observed: name and value
 * @param ciLink the CI run, when its address is one of http or https
 * @param ciLabel the CI's name
 * @param sentence what the comparison says as a whole
 * @param tone its tone
 * @param quarantine what the forge says about a quarantined run; empty for others
 * @param geometricMean the suite's mean change with its interval, empty if there is none
 * @param missing what has no number, each in words
 * @param audit the reasons to distrust it
 * @param filter the form that narrows the verdicts
 * @param table the verdicts
 * @param uploads the documents that it was uploaded in
 * @param notes what the reader of the documents noted
 * @param csvUrl the verdicts as CSV
 * @param jsonUrl the verdicts as JSON
 */
public record RunPage(
        PageFrame frame,
        long number,
        RunStatus status,
        CommitView commit,
        List<Fact> facts,
        Optional<String> ciLink,
        String ciLabel,
        String sentence,
        Tone tone,
        String quarantine,
        String geometricMean,
        List<String> missing,
        AuditView audit,
        VerdictFilterForm filter,
        VerdictList table,
        List<UploadRow> uploads,
        List<String> notes,
        String csvUrl,
        String jsonUrl)
        implements Page {

    /** So many documents are listed without being asked for. */
    public static final int FEW_UPLOADS = 5;

    public RunPage {
        facts = List.copyOf(facts);
        missing = List.copyOf(missing);
        uploads = List.copyOf(uploads);
        notes = List.copyOf(notes);
    }

    /** Whether the page should reload by itself. */
    public boolean waiting() {
        return status == RunStatus.WAITING;
    }

    @Override
    public String template() {
        return "run.jte";
    }
}
