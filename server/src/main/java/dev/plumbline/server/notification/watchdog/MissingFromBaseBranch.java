package dev.plumbline.server.notification.watchdog;

import dev.plumbline.server.change.RunToJudge;
import dev.plumbline.server.judging.JudgedRunListener;
import org.jdbi.v3.core.Handle;

/** Notices what a run of the base branch lacks as soon as it is judged. */
public final class MissingFromBaseBranch implements JudgedRunListener {

    @Override
    public void judged(Handle handle, RunToJudge run) {
        if (run.onBaseBranch()) {
            new VanishedBenchmarks(handle, run.projectId()).look(run.environmentId());
        }
    }
}
