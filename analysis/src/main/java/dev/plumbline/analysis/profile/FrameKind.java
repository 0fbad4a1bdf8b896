package dev.plumbline.analysis.profile;

/** What kind of code a frame is of, as far as the profiler knows. */
public enum FrameKind {
    JAVA("Java"),
    JAVA_INTERPRETED("Java, interpreted"),
    JAVA_COMPILED("Java, compiled"),
    INLINED("inlined"),
    NATIVE("native"),
    CPP("C++"),
    RUST("Rust"),
    KERNEL("kernel"),
    /** What is counted at the end of a stack and isn't code: the class of an allocated object, of a lock. */
    OBJECT("class"),
    UNKNOWN("unknown");

    private final String label;

    FrameKind(String label) {
        this.label = label;
    }

    /** What people call it. */
    public String label() {
        return label;
    }
}
