package dev.plumbline.analysis.text;

import java.util.Arrays;

/**
 * The area in which a plot is drawn: dots, in Unicode two by four per character (braille), in ASCII one by two, and characters
 * over them.
 */
public final class PlotCanvas {

    private static final int BRAILLE = 0x2800;

    /** The bit of each dot of a braille character, from the upper left: rows of two. */
    private static final int[] BRAILLE_BITS = {0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80};

    private final int width;
    private final int height;
    private final Glyphs glyphs;
    private final int[][] dots;
    private final String[][] over;
    private final TextTone[][] tones;

    /** An empty area of this many characters. */
    public PlotCanvas(int width, int height, Glyphs glyphs) {
        this.width = width;
        this.height = height;
        this.glyphs = glyphs;
        this.dots = new int[height][width];
        this.over = new String[height][width];
        this.tones = new TextTone[height][width];
        for (int row = 0; row < height; row++) {
            Arrays.fill(over[row], "");
            Arrays.fill(tones[row], TextTone.PLAIN);
        }
    }

    /** The character column of a place from 0 (left edge) to 1. */
    public int column(double share) {
        return clamp((int) (share * width), width);
    }

    /** The character row of a place from 0 (lower edge) to 1. */
    public int row(double share) {
        return clamp((int) ((1 - share) * height), height);
    }

    /** A dot at a place, both from 0 to 1. */
    public void dot(double x, double y) {
        int across = clamp((int) (x * width * 2), width * 2);
        int down = clamp((int) ((1 - y) * height * 4), height * 4);
        dots[down / 4][across / 2] |= BRAILLE_BITS[(down % 4) * 2 + across % 2];
    }

    /** A character over what is drawn there. */
    public void put(int row, int column, String character, TextTone tone) {
        over[row][column] = character;
        tones[row][column] = tone;
    }

    /** One row of characters, the highest first. */
    public String line(int row, Paint paint) {
        StringBuilder line = new StringBuilder();
        int column = 0;
        while (column < width) {
            TextTone tone = tones[row][column];
            StringBuilder stretch = new StringBuilder();
            while (column < width && tones[row][column] == tone) {
                stretch.append(character(row, column));
                column++;
            }
            line.append(stretch.toString().isBlank() ? stretch : paint.apply(tone, stretch.toString()));
        }
        return line.toString().stripTrailing();
    }

    private String character(int row, int column) {
        if (!over[row][column].isEmpty()) {
            return over[row][column];
        }
        int bits = dots[row][column];
        if (bits == 0) {
            return " ";
        }
        return switch (glyphs) {
            case UNICODE -> Character.toString(BRAILLE + bits);
            case ASCII -> Integer.bitCount(bits) > 1 ? ":" : (bits & 0x1B) != 0 ? "'" : ".";
        };
    }

    private static int clamp(int place, int size) {
        return Math.max(0, Math.min(size - 1, place));
    }
}
