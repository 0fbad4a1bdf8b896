package dev.plumbline.server.history;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How addresses name branches: by name, and the head of a pull request as {@code pull/12}. */
public final class BranchName {

    private static final Pattern PULL_REQUEST = Pattern.compile("pull/([1-9][0-9]{0,8})");

    private BranchName() {}

    /** The number of the pull request that a text names, if it names one. */
    public static OptionalInt pullRequest(String text) {
        Matcher pullRequest = PULL_REQUEST.matcher(text);
        return pullRequest.matches() ? OptionalInt.of(Integer.parseInt(pullRequest.group(1))) : OptionalInt.empty();
    }
}
