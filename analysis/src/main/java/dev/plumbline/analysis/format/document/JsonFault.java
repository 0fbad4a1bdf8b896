package dev.plumbline.analysis.format.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with a text that isn't JSON, in the words of somebody who wrote it. */
public final class JsonFault {

    private static final Pattern TOKEN = Pattern.compile("(?:Non-standard token|Unrecognized token) '([^']{1,40})'.*");
    private static final Pattern CHARACTER = Pattern.compile("Unexpected character \\('(.)' \\(code.*", Pattern.DOTALL);

    private static final Pattern DUPLICATE =
            Pattern.compile("Duplicate (?:Object property|field) [\"']([^\"']{1,200})[\"']");

    private JsonFault() {}

    /** One sentence without a full stop, with a remedy. */
    public static String sentence(JsonProcessingException failure) {
        String message = String.valueOf(failure.getOriginalMessage());
        if (failure instanceof StreamConstraintsException) {
            return "a text, name or number is longer than allowed, or values are nested too deeply; shorten it";
        }
        if (failure instanceof JsonEOFException) {
            return "the text ends in the middle; give the whole file";
        }
        Matcher token = TOKEN.matcher(message.lines().findFirst().orElse(""));
        if (token.matches()) {
            return token(token.group(1));
        }
        Matcher character = CHARACTER.matcher(message);
        if (character.matches()) {
            return character(character.group(1));
        }
        if (message.startsWith("Illegal unquoted character")) {
            return "a control character is inside of a text; write it as an escape such as \\n or \\t";
        }
        if (message.startsWith("Unrecognized character escape")) {
            return "a text has a backslash before a character that has no escape; write two backslashes";
        }
        if (message.startsWith("Invalid numeric value") || message.startsWith("Unexpected numeric")) {
            return "a number is written as JSON has none; write 0.5, 10 or 1e-3";
        }
        Matcher duplicate = DUPLICATE.matcher(message);
        if (duplicate.lookingAt()) {
            return "the field '" + Place.printable(duplicate.group(1)) + "' occurs twice; write it once";
        }
        return "the text breaks off here; give the file as it was written";
    }

    private static String token(String token) {
        return switch (token) {
            case "NaN" -> "NaN is without quotes; JMH writes \"NaN\", so write it with quotes";
            case "Infinity", "+Infinity", "INF", "+INF" ->
                "infinity is without quotes; JMH writes \"+INF\", so write it with quotes";
            case "-Infinity", "-INF" -> "infinity is without quotes; JMH writes \"-INF\", so write it with quotes";
            default -> "'" + Place.printable(token) + "' is without quotes; write texts with quotes";
        };
    }

    private static String character(String character) {
        return character.equals("/") || character.equals("#")
                ? "a comment or something else begins with '" + character + "'; JSON has no comments, remove it"
                : "'" + Place.printable(character)
                        + "' isn't expected here; look for a comma, a quotation mark or a bracket"
                        + " that is missing or too many";
    }
}
