package dev.plumbline.collector.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** The ids of commits, which histories may call anything: {@code aaa0}, {@code v1.2}, a date. */
final class CommitId {

    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{7,64}");

    private CommitId() {}

    /** Whether it can be a hash of git. */
    static boolean isOne(String commit) {
        return HASH.matcher(commit).matches();
    }

    /** The hash, or 40 digits that follow from the name, so that importing again finds the same commit. */
    static String of(String commit) {
        if (isOne(commit)) {
            return commit.toLowerCase(Locale.ROOT);
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("commit of a history: " + commit).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 40);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
