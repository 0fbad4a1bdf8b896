package dev.plumbline.server.http;

/** Whether this server accepts requests. */
public final class Readiness {

    /** The server's state. */
    public enum State {
        /** The database is being started or migrated. */
        STARTING,
        /** Requests are accepted. */
        READY,
        /** Current requests are finished, new ones should go to another server. */
        STOPPING
    }

    private volatile State state = State.STARTING;

    /** The server's state. */
    public State state() {
        return state;
    }

    /** Moves on. */
    void become(State next) {
        state = next;
    }
}
