package dev.plumbline.collector.command;

/** The user's input can't be used; the message says what is wrong and how to fix it. */
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
