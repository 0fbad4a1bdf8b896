package dev.plumbline.collector.git;

/** A git command failed; the message is git's own. */
public final class GitException extends RuntimeException {

    GitException(String message) {
        super(message);
    }
}
