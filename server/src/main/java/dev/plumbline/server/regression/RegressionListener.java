package dev.plumbline.server.regression;

import org.jdbi.v3.core.Handle;

/** Called for each event of a regression, within the transaction that writes it: what it writes is committed with the event. */
@FunctionalInterface
public interface RegressionListener {

    /**
     * An event was written.
     *
     * @param handle the transaction's; only statements may be run on it
     * @param projectId the project
     * @param event the event
     */
    void happened(Handle handle, long projectId, RegressionEvent event);
}
