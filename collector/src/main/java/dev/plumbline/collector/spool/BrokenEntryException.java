package dev.plumbline.collector.spool;

/** An entry that was changed after it was written. */
final class BrokenEntryException extends Exception {

    private final String reason;

    BrokenEntryException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** What is wrong with it. */
    String reason() {
        return reason;
    }
}
