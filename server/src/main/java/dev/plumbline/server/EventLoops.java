package dev.plumbline.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.util.concurrent.TimeUnit;

/** The event loops, one for each processor, and their monitoring. */
final class EventLoops {

    /** How many there are. */
    static final int COUNT = Math.max(2, Runtime.getRuntime().availableProcessors());

    /** The system property that says after how many milliseconds a busy event loop is reported. */
    static final String BLOCKED_MILLIS = "plumbline.blocked-event-loop-millis";

    private static final int STANDARD_BLOCKED_MILLIS = 2_000;
    private static final long CHECK_MILLIS = 250;

    private EventLoops() {}

    static Vertx create(MeterRegistry meters) {
        VertxOptions options = new VertxOptions()
                .setEventLoopPoolSize(COUNT)
                .setBlockedThreadCheckInterval(CHECK_MILLIS)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
                .setMaxEventLoopExecuteTime(Integer.getInteger(BLOCKED_MILLIS, STANDARD_BLOCKED_MILLIS))
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS)
                .setFileSystemOptions(new FileSystemOptions().setClassPathResolvingEnabled(false))
                .setMetricsOptions(new MicrometerMetricsOptions().setEnabled(true));
        return Vertx.builder()
                .with(options)
                .withMetrics(new MicrometerMetricsFactory(meters))
                .build();
    }
}
