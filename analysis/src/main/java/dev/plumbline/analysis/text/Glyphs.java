package dev.plumbline.analysis.text;

import dev.plumbline.analysis.verdict.Outcome;
import java.util.stream.Collectors;

/** The characters that reports use: Unicode, or what every terminal and log shows. */
public enum Glyphs {
    UNICODE("µ", "−", "–", "…", "→", "×", "∞", "✗", "✓", "·", "±"),
    ASCII("u", "-", "-", "..", "->", "x", "inf", "x", "+", "-", "+-");

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final String micro;
    private final String minus;
    private final String unknown;
    private final String to;
    private final String arrow;
    private final String times;
    private final String infinity;
    private final String worse;
    private final String better;
    private final String dot;
    private final String plusMinus;

    Glyphs(
            String micro,
            String minus,
            String unknown,
            String to,
            String arrow,
            String times,
            String infinity,
            String worse,
            String better,
            String dot,
            String plusMinus) {
        this.micro = micro;
        this.minus = minus;
        this.unknown = unknown;
        this.to = to;
        this.arrow = arrow;
        this.times = times;
        this.infinity = infinity;
        this.worse = worse;
        this.better = better;
        this.dot = dot;
        this.plusMinus = plusMinus;
    }

    /** The prefix of a millionth. */
    public String micro() {
        return micro;
    }

    /** The sign of a negative number. */
    public String minus() {
        return minus;
    }

    /** What replaces an unknown value. */
    public String unknown() {
        return unknown;
    }

    /** What is between the ends of an interval. */
    public String to() {
        return to;
    }

    /** What is between before and after, and in front of a link. */
    public String arrow() {
        return arrow;
    }

    /** The sign of a factor. */
    public String times() {
        return times;
    }

    /** A value beyond all bounds. */
    public String infinity() {
        return infinity;
    }

    /** The mark of a regression. */
    public String worse() {
        return worse;
    }

    /** The mark of an improvement. */
    public String better() {
        return better;
    }

    /** The mark of a verdict. */
    public String mark(Outcome outcome) {
        return switch (outcome) {
            case REGRESSED -> worse;
            case IMPROVED -> better;
            case CHANGED -> "!";
            case INCONCLUSIVE -> "?";
            case UNCHANGED -> "~";
        };
    }

    /** What separates parts of a title. */
    public String dot() {
        return dot;
    }

    /** One of this program's own sentences, with its non-ASCII characters written with these. */
    public String spelled(String sentence) {
        return switch (this) {
            case UNICODE -> sentence;
            case ASCII ->
                sentence.replace("µ", micro)
                        .replace("−", minus)
                        .replace("–", unknown)
                        .replace("…", to)
                        .replace("→", arrow)
                        .replace("×", times)
                        .replace("∞", infinity)
                        .replace("±", plusMinus)
                        .replace("·", dot);
        };
    }

    /** What is in front of a spread. */
    public String plusMinus() {
        return plusMinus;
    }

    /** The mark of a footnote, from 1. */
    public String footnote(int number) {
        return switch (this) {
            case UNICODE ->
                Integer.toString(number)
                        .chars()
                        .mapToObj(digit -> String.valueOf(SUPERSCRIPTS.charAt(digit - '0')))
                        .collect(Collectors.joining());
            case ASCII -> "[" + number + "]";
        };
    }

    /** A text of a file as these characters can show it: {@link Printable#line} and, in ASCII, other characters by number. */
    public String safe(String text) {
        String line = Printable.line(text);
        return switch (this) {
            case UNICODE -> line;
            case ASCII -> Printable.ascii(line);
        };
    }
}
