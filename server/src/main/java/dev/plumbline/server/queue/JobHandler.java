package dev.plumbline.server.queue;

import org.jdbi.v3.core.Handle;

/** Does the jobs. */
public interface JobHandler {

    /** Does a job, and deletes it in the transaction that stores what it did. It throws what made it fail. */
    void handle(Job job);

    /** Is told, in the transaction that gives a job up, that it failed too often. */
    void givenUp(Handle handle, Job job);
}
