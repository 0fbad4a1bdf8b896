package dev.plumbline.server.api;

import dev.plumbline.analysis.format.threshold.ThresholdJson;
import dev.plumbline.analysis.threshold.ThresholdRules;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.judging.Thresholds;

/** A project's threshold rules: reading them, and replacing them as a whole. */
public final class ThresholdRoutes {

    private static final ProjectDocument<ThresholdRules> DOCUMENT =
            new ProjectDocument<>(ThresholdJson::read, ThresholdJson::write);

    private final Thresholds thresholds;
    private final Runnable jobAdded;

    public ThresholdRoutes(Thresholds thresholds, Runnable jobAdded) {
        this.thresholds = thresholds;
        this.jobAdded = jobAdded;
    }

    public void mount(Api api) {
        api.read(
                "/projects/{project}/thresholds",
                request -> DOCUMENT.reply(thresholds.of(request.project().id())));
        api.replace("/projects/{project}/thresholds", this::replace);
    }

    private Reply replace(ApiRequest request, Replacement replacement) {
        ThresholdRules rules = DOCUMENT.of(replacement);
        thresholds.replace(request.project().id(), rules, present -> DOCUMENT.mayReplace(replacement, present));
        jobAdded.run();
        return DOCUMENT.reply(rules);
    }
}
