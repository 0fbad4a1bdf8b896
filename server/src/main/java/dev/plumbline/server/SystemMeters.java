package dev.plumbline.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;

/** Memory, garbage collection, threads and processor of this process. */
final class SystemMeters implements AutoCloseable {

    private final JvmGcMetrics collections = new JvmGcMetrics();

    private SystemMeters() {}

    static SystemMeters bind(MeterRegistry meters) {
        SystemMeters system = new SystemMeters();
        system.collections.bindTo(meters);
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        new UptimeMetrics().bindTo(meters);
        return system;
    }

    @Override
    public void close() {
        collections.close();
    }
}
