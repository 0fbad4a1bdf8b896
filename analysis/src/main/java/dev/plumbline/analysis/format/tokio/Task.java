package dev.plumbline.analysis.format.tokio;

/**
 * A task while it lives. It is busy from Enter to Exit, scheduled from the wake (or its spawning) to the next Enter, and idle
 * otherwise. Times in nanoseconds.
 */
final class Task {

    private final TaskGroup group;
    private final long spawned;
    private int depth;
    private long entered;
    private long exited;
    private long wokenAt;
    private boolean woken = true;
    private long busy;
    private long scheduled;
    private long wakers;
    private long polls;

    Task(TaskGroup group, long spawned) {
        this.group = group;
        this.spawned = spawned;
        this.wokenAt = spawned;
        this.exited = spawned;
        group.tasks++;
    }

    /** A poll begins, unless the span was entered again within one. */
    void enter(long at) {
        depth++;
        if (depth > 1) {
            return;
        }
        polls++;
        if (woken) {
            scheduled += Math.max(0, at - Math.max(wokenAt, exited));
        }
        woken = false;
        entered = at;
    }

    void exit(long at) {
        if (depth == 0) {
            return;
        }
        depth--;
        if (depth == 0) {
            long poll = Math.max(0, at - entered);
            busy += poll;
            group.longestPoll = Math.max(group.longestPoll, poll);
            exited = at;
        }
    }

    /** {@code Waker::wake} consumes the waker and has no event of its own for that. */
    void waker(String operation, long at) {
        switch (operation) {
            case "Clone" -> wakers++;
            case "Drop" -> wakers--;
            case "Wake", "Wakeself" -> {
                wakers--;
                wake(operation.endsWith("self"), at);
            }
            case "WakeByRef", "WakeByRefself" -> wake(operation.endsWith("self"), at);
            default -> {}
        }
    }

    private void wake(boolean self, long at) {
        group.wakes++;
        group.selfWakes += self ? 1 : 0;
        if (!woken) {
            wokenAt = at;
        }
        woken = true;
    }

    void close(long at) {
        while (depth > 0) {
            exit(at);
        }
        finish(at);
    }

    /** The recording ends while the task lives. As in tokio-console, a task that waits and has no waker is never woken again. */
    void end(long at) {
        group.unfinished++;
        if (depth == 0 && polls > 0 && !woken && wakers <= 0) {
            group.lostWakers++;
        }
        close(at);
    }

    private void finish(long at) {
        group.polls += polls;
        group.busy += busy;
        group.scheduled += scheduled;
        group.idle += Math.max(0, at - spawned - busy - scheduled);
    }
}
