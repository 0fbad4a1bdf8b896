package dev.plumbline.analysis.format.valgrind;

/** What a file comes to, in its order. */
interface ProfileSink {

    /** What a name is a name of. */
    enum Name {
        OBJECT,
        FILE,
        FUNCTION,
        CALLED_OBJECT,
        CALLED_FILE,
        CALLED_FUNCTION
    }

    /** The following costs belong to this place, until another of its kind is named. */
    default void named(Name kind, ByteLines line, int index) {}

    /** Costs that a function has itself; events that the line leaves out are 0. Valid until the next line. */
    default void own(ProfilePart part, long[] costs) {}

    /** Costs of the calls of the called function, all that they called included. */
    default void called(ProfilePart part, long[] costs) {}

    /** A part is complete. */
    default void end(ProfilePart part, ByteLines line) {}
}
