package dev.plumbline.analysis.format.profile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A program to be profiled, in two versions: counts the words of a text again and again. The head's {@code normalize} does its work
 * several times; everything else is the same.
 */
public final class ProfiledLoop {

    private static final int WORDS = 2_000;

    private final int repeats;

    private ProfiledLoop(int repeats) {
        this.repeats = repeats;
    }

    /** Runs {@code base} or {@code head} for so many milliseconds. */
    public static void main(String[] arguments) {
        long checksum = run(arguments[0].equals("head") ? 12 : 1, Long.parseLong(arguments[1]));
        System.out.println(checksum);
    }

    /** Runs for so many milliseconds with so many repetitions of {@code normalize}. */
    static long run(int repeats, long milliseconds) {
        ProfiledLoop loop = new ProfiledLoop(repeats);
        String text = loop.text();
        long end = System.nanoTime() + milliseconds * 1_000_000;
        long checksum = 0;
        while (System.nanoTime() < end) {
            checksum += loop.count(text);
        }
        return checksum;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        long seed = 42;
        for (int i = 0; i < WORDS; i++) {
            seed = seed * 6364136223846793005L + 1442695040888963407L;
            text.append("Word").append((seed >>> 40) % 700).append(i % 7 == 0 ? ". " : " ");
        }
        return text.toString();
    }

    private int count(String text) {
        Map<String, Integer> counts = new HashMap<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf(' ', from);
            counts.merge(normalize(text.substring(from, end)), 1, Integer::sum);
            from = end + 1;
        }
        return checksum(sorted(counts));
    }

    private String normalize(String word) {
        String normal = word;
        for (int i = 0; i < repeats; i++) {
            char[] characters = word.toCharArray();
            int length = 0;
            for (char character : characters) {
                if (Character.isLetterOrDigit(character)) {
                    characters[length++] = Character.toLowerCase(character);
                }
            }
            normal = new String(characters, 0, length);
        }
        return normal;
    }

    private static String[] sorted(Map<String, Integer> counts) {
        String[] words = counts.keySet().toArray(new String[0]);
        Arrays.sort(words);
        return words;
    }

    private static int checksum(String[] words) {
        int checksum = 0;
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) {
                checksum = 31 * checksum + word.charAt(i);
            }
        }
        return checksum;
    }
}
