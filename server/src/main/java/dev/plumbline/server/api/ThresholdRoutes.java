package dev.plumbline.server.api;

import dev.plumbline.analysis.format.threshold.ThresholdJson;
import dev.plumbline.analysis.threshold.ThresholdRules;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.json.JsonColumn;
import dev.plumbline.server.judging.Thresholds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A project's threshold rules: reading them, and replacing them as a whole. */
public final class ThresholdRoutes {

    private final Thresholds thresholds;
    private final Runnable jobAdded;

    public ThresholdRoutes(Thresholds thresholds, Runnable jobAdded) {
        this.thresholds = thresholds;
        this.jobAdded = jobAdded;
    }

    public void mount(Api api) {
        api.read(
                "/projects/{project}/thresholds",
                request -> reply(thresholds.of(request.project().id())));
        api.replace("/projects/{project}/thresholds", this::replace);
    }

    private Reply replace(ApiRequest request, Replacement replacement) {
        ThresholdRules rules = parsed(replacement.document());
        thresholds.replace(request.project().id(), rules, present -> replacement.mayReplace(tag(present)));
        jobAdded.run();
        return reply(rules);
    }

    private static ThresholdRules parsed(byte[] document) {
        try {
            return ThresholdJson.read(new ByteArrayInputStream(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply reply(ThresholdRules rules) {
        return Reply.json(new JsonColumn(ThresholdJson.write(rules)));
    }

    private static String tag(ThresholdRules rules) {
        return Objects.requireNonNull(reply(rules).headers().get("ETag"));
    }
}
