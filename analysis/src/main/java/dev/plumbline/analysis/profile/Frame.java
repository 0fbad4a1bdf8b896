package dev.plumbline.analysis.profile;

/**
 * A function as it is in stacks.
 *
 * @param function its name without what differs from build to build or from run to run, see {@link FunctionName}; as the file has it
 *     otherwise: escape it
 * @param kind what kind of code it is
 * @param symbol whether the name is a function's; without symbols all code of a library is one frame
 */
public record Frame(String function, FrameKind kind, boolean symbol) {

    /** A function with a name. */
    public static Frame of(String symbol, FrameKind kind) {
        return new Frame(FunctionName.of(symbol), kind, true);
    }

    /**
     * Code without a name.
     *
     * @param library the path of the program or library that it is in; empty if it isn't known
     */
    public static Frame withoutSymbol(String library, FrameKind kind) {
        String file = library.substring(Math.max(library.lastIndexOf('/'), library.lastIndexOf('\\')) + 1);
        return new Frame(file.isBlank() ? "(no symbol)" : "(no symbol in " + file + ")", kind, false);
    }
}
