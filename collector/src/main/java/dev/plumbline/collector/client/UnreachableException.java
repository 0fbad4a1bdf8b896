package dev.plumbline.collector.client;

/** The server could not be reached, or was not able to answer, in the time that was given. */
public final class UnreachableException extends RuntimeException {

    /** With a sentence for the user. */
    public UnreachableException(String message) {
        super(message);
    }
}
