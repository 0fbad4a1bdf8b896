package dev.plumbline.server.regression;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/** Is told of each event of a regression inside the transaction that makes it, so that what it writes holds if the event does. */
@FunctionalInterface
public interface RegressionListener {

    /**
     * An event was written.
     *
     * @param handle the transaction's; only statements may be run on it
     * @param projectId the project
     * @param event the event
     */
    void happened(Handle handle, long projectId, RegressionEvent event) throws SQLException;
}
