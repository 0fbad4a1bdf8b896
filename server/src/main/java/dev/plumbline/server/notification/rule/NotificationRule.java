package dev.plumbline.server.notification.rule;

import dev.plumbline.analysis.threshold.NamePattern;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which events are reported to whom.
 *
 * @param id the key
 * @param wish what the project's administrators entered
 * @param secret what the messages of a webhook are signed with
 * @param createdAt when it was created
 */
public record NotificationRule(long id, Wish wish, String secret, Instant createdAt) {

    /**
     * What administrators enter.
     *
     * @param name what they call it
     * @param channel how the messages are sent
     * @param target where the messages go, in the form that the channel's {@link ChannelTarget} has
     * @param events the events to report
     * @param environment pattern for the environment's label
     * @param benchmark pattern for class and method
     * @param metric pattern for the metric's name
     * @param minimumEffect the smallest change to report, relative: 0.05 is 5 %
     * @param enabled whether anything is sent at all
     */
    public record Wish(
            String name,
            NotificationChannel channel,
            String target,
            Set<NotificationEvent> events,
            String environment,
            String benchmark,
            String metric,
            double minimumEffect,
            boolean enabled) {

        public Wish {
            Set<NotificationEvent> sorted = EnumSet.noneOf(NotificationEvent.class);
            sorted.addAll(events);
            events = Collections.unmodifiableSet(sorted);
        }

        /** The target as it may be shown. */
        public String shownTarget() {
            return channel.target().shown(target);
        }

        /** Whether messages are signed. */
        public boolean signs() {
            return channel.target().signs();
        }

        /** The same with another target. */
        public Wish withTarget(String other) {
            return new Wish(name, channel, other, events, environment, benchmark, metric, minimumEffect, enabled);
        }

        /** Whether the rule is about an environment. */
        public boolean covers(String environmentLabel) {
            return new NamePattern(environment).matches(environmentLabel);
        }

        /** Whether the rule is about a series that moved by a ratio. */
        public boolean covers(String benchmarkName, String metricName, double ratio) {
            return coversBenchmark(benchmarkName) && new NamePattern(metric).matches(metricName) && large(ratio);
        }

        /** Whether the rule is about a benchmark, whatever its metric. */
        public boolean coversBenchmark(String benchmarkName) {
            return new NamePattern(benchmark).matches(benchmarkName);
        }

        /** Whether the rule is about a shift of all benchmarks: it has to be about all of them. */
        public boolean coversSuite(double ratio) {
            return benchmark.equals("*") && new NamePattern(metric).matches("score") && large(ratio);
        }

        private boolean large(double ratio) {
            return minimumEffect == 0 || Math.abs(Math.log(ratio)) >= Math.log1p(minimumEffect);
        }
    }

    @Override
    public String toString() {
        return "notification rule " + id;
    }
}
