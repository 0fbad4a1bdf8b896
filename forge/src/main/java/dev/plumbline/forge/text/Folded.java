package dev.plumbline.forge.text;

/** How a comment is folded if it can't be minimised: its text inside a closed {@code <details>}, its marker before it. */
public final class Folded {

    private static final String OPEN = "<details><summary>Outdated</summary>";
    private static final String CLOSE = "</details>";

    private Folded() {}

    /** The folded text, truncated to the most characters that the forge accepts. */
    public static String fold(String body, int most) {
        int afterMarker = body.startsWith("<!--") ? body.indexOf("-->") + "-->".length() : 0;
        String marker = body.substring(0, afterMarker);
        String start = marker + (marker.isEmpty() ? "" : "\n") + OPEN + "\n\n";
        String end = "\n\n" + CLOSE + "\n";
        String text = body.substring(afterMarker).strip();
        return start + Clip.at(text, most - start.length() - end.length()) + end;
    }

    /** Whether a text was folded in this way. */
    public static boolean isFolded(String body) {
        int afterMarker = body.startsWith("<!--") ? body.indexOf("-->") + "-->".length() : 0;
        return body.startsWith(OPEN, afterMarker) || body.startsWith("\n" + OPEN, afterMarker);
    }
}
