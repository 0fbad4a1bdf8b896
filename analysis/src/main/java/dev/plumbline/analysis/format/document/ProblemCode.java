package dev.plumbline.analysis.format.document;

/** Why a document is rejected, as a code that never changes its meaning. {@code docs/reading-jmh.md} explains each. */
public enum ProblemCode {
    EMPTY_DOCUMENT("empty-document"),
    NOT_UTF_8("not-utf-8"),
    INVALID_GZIP("invalid-gzip"),
    INVALID_ARCHIVE("invalid-archive"),
    DOCUMENT_TOO_LARGE("document-too-large"),
    TRUNCATED_DOCUMENT("truncated-document"),
    NOT_JSON("not-json"),
    TRAILING_CONTENT("trailing-content"),
    NESTING_TOO_DEEP("nesting-too-deep"),
    TEXT_TOO_LONG("text-too-long"),
    NOT_A_JMH_DOCUMENT("not-a-jmh-document"),
    OTHER_DOCUMENT("other-document"),
    NO_RESULTS("no-results"),
    MISSING_FIELD("missing-field"),
    INVALID_FIELD("invalid-field"),
    INVALID_TEXT("invalid-text"),
    NUMBER_OUT_OF_RANGE("number-out-of-range"),
    DUPLICATE_FIELD("duplicate-field"),
    DUPLICATE_METRIC("duplicate-metric"),
    DUPLICATE_RESULT("duplicate-result"),
    TOO_MANY_RESULTS("too-many-results"),
    TOO_MANY_VALUES("too-many-values");

    private final String code;

    ProblemCode(String code) {
        this.code = code;
    }

    /** The code, kebab-case. */
    public String code() {
        return code;
    }
}
