package dev.plumbline.charts;

/** The {@code d} attribute of a path, written short (SVG 1.1, section 8.3). */
final class PathData {

    private PathData() {}

    /**
     * The same path with one space between numbers and without repeated line commands: coordinates that follow a move
     * or a line are lines anyway. Takes absolute commands followed by numbers, with any white space.
     */
    static String compact(String data) {
        StringBuilder out = new StringBuilder(data.length());
        char previous = ' ';
        boolean number = false;
        int at = 0;
        while (at < data.length()) {
            char c = data.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (Character.isLetter(c)) {
                if (!(c == 'L' && (previous == 'L' || previous == 'M'))) {
                    out.append(c);
                    number = false;
                }
                previous = c;
                at++;
            } else {
                int end = at + 1;
                while (end < data.length() && (Character.isDigit(data.charAt(end)) || data.charAt(end) == '.')) {
                    end++;
                }
                if (number) {
                    out.append(' ');
                }
                out.append(data, at, end);
                number = true;
                at = end;
            }
        }
        return out.toString();
    }
}
