package dev.plumbline.server.judging;

import dev.plumbline.server.change.RunToJudge;
import org.jdbi.v3.core.Handle;

/** Is told of each run that was judged, in the transaction that judged it. */
@FunctionalInterface
public interface JudgedRunListener {

    /** The run was judged, for the first time or again. */
    void judged(Handle handle, RunToJudge run);
}
