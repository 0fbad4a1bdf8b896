package dev.plumbline.server.project;

import dev.plumbline.server.database.StoreException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks of names from git and forges: branches, commits and the texts that come with them. */
public final class GitNames {

    private static final Pattern SHA = Pattern.compile("[0-9a-f]{7,64}");
    private static final int LONGEST_BRANCH = 255;
    private static final int LONGEST_TEXT = 300;

    private GitNames() {}

    /**
     * Requires the name of a branch: 1 to {@value #LONGEST_BRANCH} characters, none of them a control character.
     *
     * @param field the field that the complaint names
     * @throws StoreException {@code invalid-metadata}
     */
    public static void requireBranch(String field, String branch) {
        requireLine(field, branch, LONGEST_BRANCH);
    }

    /**
     * The hash of a commit in lower case, in full or shortened to no less than seven digits.
     *
     * @param field the field that the complaint names
     * @throws StoreException {@code invalid-metadata}
     */
    public static String requireSha(String field, String text) {
        String sha = text.toLowerCase(Locale.ROOT);
        if (!SHA.matcher(sha).matches()) {
            throw invalid(field, "isn't a commit hash: expected 7 to 64 hexadecimal digits");
        }
        return sha;
    }

    /** A subject or an author as it is stored: without NUL, at most {@value #LONGEST_TEXT} characters and an ellipsis. */
    public static String clipped(String text) {
        String clean = text.replace('\0', ' ');
        if (clean.length() <= LONGEST_TEXT) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
        return clean.substring(0, end) + "…";
    }

    /**
     * Requires a text of one line.
     *
     * @param longest the most characters
     * @throws StoreException {@code invalid-metadata}
     */
    public static void requireLine(String field, String text, int longest) {
        if (text.isBlank() || text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw invalid(field, "takes 1 to " + longest + " characters without control characters");
        }
    }

    private static StoreException invalid(String field, String problem) {
        return new StoreException("invalid-metadata", field + " " + problem);
    }
}
