package dev.plumbline.collector.harness;

import dev.plumbline.collector.jmh.Launch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Runs a plain command once, and measures how long it takes and how much memory it holds at most. */
public final class TimedLaunch {

    /** How often the peak is read, in milliseconds: what a process needs in its last moment may not be seen. */
    private static final int GLANCE = 2;

    private static final String PEAK = "VmHWM:";

    private final Launch launch;

    public TimedLaunch(Launch launch) {
        this.launch = launch;
    }

    /**
     * Runs the command and returns its exit code.
     *
     * @param output gets what it prints
     * @param measured gets the measurement if the exit code is 0
     */
    public int run(List<String> command, OutputStream output, PlainCommand measured) {
        AtomicLong peak = new AtomicLong();
        long start = System.nanoTime();
        int code = launch.run(command, output, process -> watch(process, peak));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (code == 0) {
            measured.add(seconds, peak.get() > 0 ? OptionalLong.of(peak.get()) : OptionalLong.empty());
        }
        return code;
    }

    /** The kernel keeps the peak itself, so that the last value read is the highest so far. */
    private static void watch(Process process, AtomicLong peak) {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        Thread watcher = new Thread(
                () -> {
                    while (process.isAlive() && read(status, peak)) {
                        try {
                            Thread.sleep(GLANCE);
                        } catch (InterruptedException ended) {
                            return;
                        }
                    }
                },
                "peak memory");
        watcher.setDaemon(true);
        watcher.start();
    }

    /** False if there is nothing to read, as on other systems. */
    private static boolean read(Path status, AtomicLong peak) {
        try {
            Files.readString(status, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(PEAK))
                    .map(line -> line.substring(PEAK.length()).replaceAll("[^0-9]", ""))
                    .filter(digits -> !digits.isEmpty())
                    .forEach(digits -> peak.set(Long.parseLong(digits) * 1024));
            return true;
        } catch (IOException gone) {
            return false;
        }
    }
}
