package dev.plumbline.server.site.upload;

import dev.plumbline.server.site.frame.Page;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.part.Fact;
import java.util.List;
import java.util.Optional;

/**
 * One document of a run.
 *
 * @param frame what surrounds it
 * @param number the upload's number
 * @param facts the run, what the document is, when it came and from where
 * @param ciLink the CI job, when its address is one of http or https
 * @param notes what its reader noted
 * @param beginning how the document begins
 * @param cut whether it goes on
 * @param documentUrl the whole document
 */
public record UploadPage(
        PageFrame frame,
        long number,
        List<Fact> facts,
        Optional<String> ciLink,
        List<String> notes,
        String beginning,
        boolean cut,
        String documentUrl)
        implements Page {

    public UploadPage {
        facts = List.copyOf(facts);
        notes = List.copyOf(notes);
    }

    @Override
    public String template() {
        return "upload.jte";
    }
}
