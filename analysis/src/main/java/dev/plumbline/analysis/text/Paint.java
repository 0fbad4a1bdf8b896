package dev.plumbline.analysis.text;

/** How text is coloured. Columns are aligned before, so the result may be longer than what is visible. */
@FunctionalInterface
public interface Paint {

    /** No colours. */
    Paint PLAIN = (tone, text) -> text;

    /** Colours for a terminal, from its own sixteen, so that they fit a light and a dark background. */
    Paint ANSI = (tone, text) ->
            text.isEmpty() || tone == TextTone.PLAIN ? text : "\u001b[" + code(tone) + "m" + text + "\u001b[0m";

    /** The text as it looks in this tone. */
    String apply(TextTone tone, String text);

    private static String code(TextTone tone) {
        return switch (tone) {
            case PLAIN -> "0";
            case WORSE -> "31";
            case BETTER -> "32";
            case CAUTION -> "33";
            case STRONG -> "1";
            case MUTED -> "2";
        };
    }
}
