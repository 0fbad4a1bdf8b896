package dev.plumbline.collector.client;

import java.time.Duration;

/** What lets time pass. */
@FunctionalInterface
public interface Sleeper {

    /** Waits so long. */
    void sleep(Duration duration) throws InterruptedException;
}
