package dev.plumbline.server.site.part;

/** What a level shift is to people. */
public enum ChangeKind {
    REGRESSION("Regression"),
    IMPROVEMENT("Improvement"),
    /** All benchmarks of an environment moved together. */
    ENVIRONMENT_SHIFT("Environment shift");

    private final String words;

    ChangeKind(String words) {
        this.words = words;
    }

    /** The kind of a series' shift. */
    public static ChangeKind ofWorse(boolean worse) {
        return worse ? REGRESSION : IMPROVEMENT;
    }

    /** As people read it, with a capital. */
    public String words() {
        return words;
    }

    /** Whether it is the whole suite that moved. */
    public boolean ofSuite() {
        return this == ENVIRONMENT_SHIFT;
    }
}
