package dev.plumbline.collector.duet;

/** Two versions that cannot be measured in turns; the message says which one and why. */
public final class DuetException extends RuntimeException {

    public DuetException(String message) {
        super(message);
    }
}
