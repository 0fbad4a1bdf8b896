package dev.plumbline.analysis.format.document;

/** What a note on a result says, as a code that never changes its meaning. {@code docs/reading-jmh.md} explains each. */
public enum NoteCode {
    UNKNOWN_UNIT("unknown-unit"),
    NO_RAW_DATA("no-raw-data"),
    FORK_COUNT("fork-count"),
    FORKS_UNKNOWN("forks-unknown"),
    ONE_PROCESS("one-process"),
    SCORE_DIFFERS("score-differs"),
    SAMPLES_UNKNOWN("samples-unknown"),
    NOT_MEASURED("not-measured"),
    TEXT_ONLY("text-only"),
    THREADS_ASSUMED("threads-assumed"),
    MEAN_ONLY("mean-only"),
    FORKS_FROM_LOG("forks-from-log"),
    ROUNDED("rounded"),

    PARTIAL("partial"),
    UNNAMED("unnamed"),
    LIMIT_EXCEEDED("limit-exceeded"),
    SETTINGS_VARY("settings-vary");

    private final String code;

    NoteCode(String code) {
        this.code = code;
    }

    /** The code, kebab-case. */
    public String code() {
        return code;
    }
}
