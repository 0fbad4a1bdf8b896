package dev.plumbline.collector;

/** What the user gave cannot be used; the message says what and how to put it right. */
final class UsageException extends RuntimeException {

    UsageException(String message) {
        super(message);
    }
}
