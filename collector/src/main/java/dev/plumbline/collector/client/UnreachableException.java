package dev.plumbline.collector.client;

/** The server couldn't be reached, or couldn't answer, in the given time. */
public final class UnreachableException extends RuntimeException {

    /** With a sentence for the user. */
    public UnreachableException(String message) {
        super(message);
    }
}
