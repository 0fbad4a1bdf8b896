package dev.plumbline.server;

/**
 * How the connections to the database are divided: each kind of work has threads of its own, as many together as there
 * are connections, so that no thread ever waits for a connection and large uploads don't slow down pages. One connection is left for the
 * deliveries, whose threads talk to other services most of the time and hold none while they do.
 *
 * @param reading threads that answer requests
 * @param uploading threads that store uploads
 * @param jobs threads that judge
 */
record PoolShares(int reading, int uploading, int jobs) {

    /** The shares of a pool of at least 4 connections: a third for uploads, a sixth for jobs, one for deliveries. */
    static PoolShares of(int connections) {
        int uploading = Math.max(1, connections / 3);
        int jobs = Math.max(1, connections / 6);
        return new PoolShares(connections - uploading - jobs - 1, uploading, jobs);
    }
}
