package dev.plumbline.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Listens to the log for what must not happen in a test: a blocked thread, an unforeseen failure. */
final class LogWatch extends AppenderBase<ILoggingEvent> {

    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private LogWatch() {}

    /** Starts to listen. */
    static LogWatch begin() {
        Logger root = root();
        LogWatch watch = new LogWatch();
        watch.setContext(root.getLoggerContext());
        watch.start();
        root.addAppender(watch);
        return watch;
    }

    /** Stops to listen; gives what was heard. */
    List<String> end() {
        root().detachAppender(this);
        stop();
        return List.copyOf(complaints);
    }

    @Override
    protected void append(ILoggingEvent event) {
        boolean blocked = event.getLoggerName().contains("BlockedThreadChecker");
        boolean failure = event.getLevel().isGreaterOrEqual(Level.ERROR);
        if (blocked || failure) {
            complaints.add(event.getLoggerName() + ": " + event.getFormattedMessage());
        }
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
