package dev.plumbline.collector.command;

/** What the user gave can't be used; the message says what and how to put it right. */
public final class UsageException extends RuntimeException {

    public UsageException(String message) {
        super(message);
    }

    /**
     * The option's value.
     *
     * @throws UsageException when it is negative
     */
    public static int atLeastZero(String option, int value) {
        if (value < 0) {
            throw new UsageException(option + " is " + value + ", expected 0 or more");
        }
        return value;
    }
}
