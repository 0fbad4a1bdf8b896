package dev.plumbline.collector.git;

/** Git did not do what it was asked; the message is its own. */
public final class GitException extends RuntimeException {

    GitException(String message) {
        super(message);
    }
}
