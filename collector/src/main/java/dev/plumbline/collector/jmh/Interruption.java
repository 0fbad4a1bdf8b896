package dev.plumbline.collector.jmh;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whether the user has interrupted the tool (Ctrl-C, or the end of the CI job). The process is then already ending: what runs is told to end,
 * and there are some seconds to judge, print and write the results before the process halts.
 */
public final class Interruption implements AutoCloseable {

    private static final long SECONDS_TO_FINISH = 20;

    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "interruption");
    private volatile boolean requested;

    /** Watches for the end of this process until it is closed. */
    public static Interruption watching() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private Interruption() {}

    /** Whether nothing more should be started. */
    public boolean requested() {
        return requested;
    }

    void started(Process process) {
        running.add(process);
        if (requested) {
            end(process);
        }
    }

    void ended(Process process) {
        running.remove(process);
    }

    private void interrupt() {
        requested = true;
        running.forEach(Interruption::end);
        try {
            // The time is for judging the results; a tool that hangs is ended nevertheless.
            if (!finished.await(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                running.forEach(Process::destroyForcibly);
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /** JMH's forks are children of the launched process. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    /** Lets the process end, and stops watching. */
    @Override
    public void close() {
        finished.countDown();
        if (!requested) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
