package dev.plumbline.forge.comment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hidden first line of a comment.
 *
 * @param project whose comment it is
 * @param rank how bad its verdict is
 * @param digest what it says, as the start of a SHA-256
 */
record StickyMarker(String project, int rank, String digest) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._]|-(?![->])){0,199}");

    private static final Pattern MARKER =
            Pattern.compile("^<!-- plumbline:project=(\\S{1,200}) rank=([0-9]{1,9}) digest=([0-9a-f]{32}) -->");

    /** The most characters that a marker and the end of its line have. */
    static final int LONGEST = 300;

    private static final int DIGEST_BYTES = 16;

    /**
     * The project's name.
     *
     * @throws IllegalArgumentException when it could end the marker, which is an HTML comment
     */
    static String checked(String project) {
        if (!NAME.matcher(project).matches()) {
            throw new IllegalArgumentException(
                    "a project's name in a comment may have only letters, digits, '.', '_' and single '-'");
        }
        return project;
    }

    /** The marker of a text. */
    static StickyMarker of(String project, int rank, String body) {
        return new StickyMarker(project, rank, digest(body));
    }

    /** The marker that a comment begins with. */
    static Optional<StickyMarker> find(String comment) {
        Matcher matcher = MARKER.matcher(comment);
        return matcher.find()
                ? Optional.of(new StickyMarker(matcher.group(1), Integer.parseInt(matcher.group(2)), matcher.group(3)))
                : Optional.empty();
    }

    /** As written in the comment. */
    String text() {
        return "<!-- plumbline:project=" + project + " rank=" + rank + " digest=" + digest + " -->";
    }

    private static String digest(String body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
