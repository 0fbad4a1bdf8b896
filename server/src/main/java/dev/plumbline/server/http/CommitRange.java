package dev.plumbline.server.http;

import java.util.regex.Pattern;

/** The ends of a part of a history, as a query gives them. */
public final class CommitRange {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{7,64}");

    private CommitRange() {}

    /**
     * How the hash of the commit at one end begins, empty if the part is open there.
     *
     * @throws ProblemException {@code invalid-parameter}
     */
    public static String end(Parameters query, String name) {
        String text = query.text(name).orElse("");
        if (!text.isEmpty() && !HASH.matcher(text).matches()) {
            throw Parameters.invalid(name, "takes a commit's hash, 7 to 64 hexadecimal digits");
        }
        return text;
    }
}
