package dev.plumbline.server.http;

import java.util.function.BooleanSupplier;

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
    private volatile BooleanSupplier lost = () -> false;

    /** The server's state. */
    public State state() {
        return state;
    }

    /** Whether this process can still do its work, as far as it depends on what it started itself. */
    public boolean alive() {
        return !lost.getAsBoolean();
    }

    /** Whatever this process can't work without, and won't get back by itself. */
    public void dependOn(BooleanSupplier gone) {
        lost = gone;
    }

    /** Moves on. */
    void become(State next) {
        state = next;
    }
}
