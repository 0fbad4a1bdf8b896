package dev.plumbline.collector.terminal;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What results are shown on.
 *
 * @param interactive whether it is a terminal that a person looks at
 * @param width its columns
 * @param unicode whether it shows more than ASCII
 */
public record Terminal(boolean interactive, int width, boolean unicode) {

    private static final int WIDTH_OF_A_LOG = 120;
    private static final int WIDTH_OF_A_TERMINAL = 80;
    private static final int LARGEST_WIDTH = 1000;

    /** What this process writes to. Logs of CI systems are taken to be UTF-8 whatever the locale says. */
    public static Terminal detect(Map<String, String> environment, boolean ci) {
        boolean interactive = isInteractive(System.console());
        String columns = environment.getOrDefault("COLUMNS", "");
        int width = width(columns.isEmpty() && interactive ? askForColumns() : columns);
        int standard = interactive ? WIDTH_OF_A_TERMINAL : WIDTH_OF_A_LOG;
        return new Terminal(interactive, width > 0 ? width : standard, ci || isUtf8(environment));
    }

    private static int width(String columns) {
        if (columns.isEmpty() || columns.length() > 4 || !columns.chars().allMatch(Character::isDigit)) {
            return 0;
        }
        return Math.min(Integer.parseInt(columns), LARGEST_WIDTH);
    }

    private static boolean isUtf8(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = environment.getOrDefault(name, "").toLowerCase(Locale.ROOT);
            if (!value.isEmpty()) {
                return value.contains("utf-8") || value.contains("utf8");
            }
        }
        return environment.containsKey("WT_SESSION");
    }

    /** From Java 22 on there can be a console without a terminal, and a method that says so. */
    private static boolean isInteractive(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException unexpected) {
            return false;
        }
    }

    /** The columns by {@code stty}, which prints rows and columns of its standard input; empty if there is none. */
    private static String askForColumns() {
        File terminal = new File("/dev/tty");
        try {
            Process stty =
                    new ProcessBuilder("stty", "size").redirectInput(terminal).start();
            if (!stty.waitFor(1, TimeUnit.SECONDS)) {
                stty.destroyForcibly();
                return "";
            }
            String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return answer.substring(answer.indexOf(' ') + 1);
        } catch (IOException absent) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
