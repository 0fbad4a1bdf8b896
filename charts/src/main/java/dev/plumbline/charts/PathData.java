package dev.plumbline.charts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code d} attribute of a path, written short (SVG 1.1, section 8.3). */
final class PathData {

    /** A command or a number. */
    private static final Pattern TOKEN = Pattern.compile("[A-Z]|-?[0-9.]+");

    private final StringBuilder out = new StringBuilder();

    /** The last command written, which the next coordinates may continue. */
    private char written = ' ';

    private String x = "";
    private String y = "";

    private PathData() {}

    /**
     * The same path with one space between numbers, without repeated line commands (coordinates that follow a move or
     * a line are lines anyway), and with {@code h0} for a line to where it begins, which is a dot. Takes the absolute
     * commands M, L, Q, C and Z followed by their numbers, with any white space.
     */
    static String compact(String data) {
        PathData path = new PathData();
        Matcher tokens = TOKEN.matcher(data);
        while (tokens.find()) {
            char command = tokens.group().charAt(0);
            path.add(command, tokens);
        }
        return path.out.toString();
    }

    private void add(char command, Matcher tokens) {
        if (command == 'Z') {
            write('Z');
            return;
        }
        int pairs = command == 'C' ? 3 : command == 'Q' ? 2 : 1;
        for (int pair = 0; pair < pairs; pair++) {
            String nextX = next(tokens);
            String nextY = next(tokens);
            if (command == 'L' && nextX.equals(x) && nextY.equals(y)) {
                write('h');
                out.append('0');
            } else {
                boolean continued = pair > 0 || (command == 'L' && (written == 'L' || written == 'M'));
                if (continued) {
                    out.append(' ');
                } else {
                    write(command);
                }
                out.append(nextX).append(' ').append(nextY);
            }
            x = nextX;
            y = nextY;
        }
    }

    private void write(char command) {
        out.append(command);
        written = command;
    }

    private static String next(Matcher tokens) {
        if (!tokens.find()) {
            throw new IllegalArgumentException("a path ends in the middle of a pair of coordinates");
        }
        return tokens.group();
    }
}
