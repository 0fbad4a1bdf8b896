package dev.plumbline.analysis.format.profile;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first line of a sample of perf.
 *
 * @param thread command and number of the thread
 * @param period what the sample stands for; 0 if the line doesn't say it
 * @param event the event's name, with its modifiers
 * @param rest what follows the event: the only frame, if no stacks were recorded
 */
record PerfSample(String thread, long period, String event, String rest) {

    private static final int LONGEST = 4_096;
    private static final Pattern TIME = Pattern.compile("\\d{1,20}\\.\\d{1,12}:");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern THREAD = Pattern.compile("-?\\d{1,10}(?:/-?\\d{1,10})?");
    private static final Pattern MODIFIERS = Pattern.compile(":[ukhHGpPSDWIe]{0,9}$");

    /** The line's parts; empty if it isn't such a line. */
    static Optional<PerfSample> of(String line) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        String[] words = line.strip().split("\\s+", -1);
        int time = -1;
        for (int i = 1; i < words.length && time < 0; i++) {
            time = TIME.matcher(words[i]).matches() ? i : -1;
        }
        int thread = time < 0 ? 1 : time - 1;
        while (thread > 0
                && thread < words.length
                && !THREAD.matcher(words[thread]).matches()) {
            thread += time < 0 ? 1 : -1;
        }
        if (thread <= 0 || thread >= words.length) {
            return Optional.empty();
        }
        int event = Math.max(time, thread) + 1;
        long period = 0;
        if (event < words.length && NUMBER.matcher(words[event]).matches()) {
            period = Long.parseLong(words[event++]);
        }
        if (event >= words.length || !words[event].endsWith(":") || words[event].length() < 2) {
            return Optional.empty();
        }
        String name = words[event].substring(0, words[event].length() - 1);
        return Optional.of(new PerfSample(
                String.join(" ", Arrays.copyOf(words, thread)) + " " + words[thread],
                period,
                MODIFIERS.matcher(name).replaceFirst(""),
                String.join(" ", Arrays.copyOfRange(words, event + 1, words.length))));
    }

    /** What its period counts: clocks count nanoseconds. */
    String unit() {
        return event.contains("clock") ? "ns" : event;
    }

    /** Whether it says that samples were lost. */
    boolean isLoss() {
        return event.startsWith("PERF_RECORD_LOST");
    }
}
