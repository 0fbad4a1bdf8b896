package dev.plumbline.server.http;

/** Whether this server wants requests. */
public final class Readiness {

    /** Where the server stands. */
    public enum State {
        /** The database is being started or migrated. */
        STARTING,
        /** Requests are welcome. */
        READY,
        /** Requests at hand are finished, new ones belong to another server. */
        STOPPING
    }

    private volatile State state = State.STARTING;

    /** Where the server stands. */
    public State state() {
        return state;
    }

    /** Moves on. */
    void become(State next) {
        state = next;
    }
}
