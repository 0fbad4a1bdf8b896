package dev.plumbline.server.api.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.server.api.Api;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.ingest.QuarantineCheck;
import dev.plumbline.server.ingest.StoredRun;
import java.util.List;
import java.util.Optional;

/**
 * What an answer says about a stored upload.
 *
 * @param id the run that it is part of
 * @param upload the upload
 * @param url the run's page
 * @param duplicate whether it was there already
 * @param notes what the reader noted about the document
 * @param quarantine what the forge said; absent where it was not asked
 */
record StoredAnswer(
        long id,
        long upload,
        String project,
        String url,
        boolean duplicate,
        int results,
        int points,
        List<Note> notes,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Checked> quarantine) {

    private static final int OK = 200;

    record Note(String code, String message) {}

    record Checked(String verified, String why) {}

    static StoredAnswer of(String project, StoredRun run, Optional<QuarantineCheck> check) {
        return new StoredAnswer(
                run.id(),
                run.upload(),
                project,
                "/projects/" + project + "/runs/" + run.id(),
                run.duplicate(),
                run.results(),
                run.points(),
                run.notes().stream()
                        .map(note -> new Note(note.code(), note.message()))
                        .toList(),
                check.map(asked -> new Checked(asked.verified().label(), asked.why())));
    }

    /** The answer: created, or already there. */
    Reply reply() {
        return duplicate
                ? Reply.changed(OK, this)
                : Reply.created(this, Api.PREFIX + "/projects/" + project + "/runs/" + id);
    }
}
