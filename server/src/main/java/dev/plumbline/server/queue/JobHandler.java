package dev.plumbline.server.queue;

import java.sql.Connection;
import java.sql.SQLException;

/** Does the jobs. */
public interface JobHandler {

    /** Does a job, and deletes it in the transaction that stores what it did. It throws what made it fail. */
    void handle(Job job);

    /** Is told, in the transaction that gives a job up, that it failed too often. */
    void givenUp(Connection connection, Job job) throws SQLException;
}
