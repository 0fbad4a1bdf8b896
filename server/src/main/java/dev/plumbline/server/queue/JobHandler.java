package dev.plumbline.server.queue;

import org.jdbi.v3.core.Handle;

/** Does the jobs. */
public interface JobHandler {

    /** Does a job, and deletes it in the transaction that stores the result. It throws whatever made it fail. */
    void handle(Job job);

    /** Called when a job has failed too often, in the transaction that gives it up. */
    void givenUp(Handle handle, Job job);
}
