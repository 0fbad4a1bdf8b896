package dev.plumbline.collector.client;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Sleeper {

    /** Waits this long. */
    void sleep(Duration duration) throws InterruptedException;
}
