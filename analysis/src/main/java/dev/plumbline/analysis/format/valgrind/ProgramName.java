package dev.plumbline.analysis.format.valgrind;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The name of a benchmark that is one execution of a program: the program's file without its folder and without the hash that
 * Cargo appends, then its arguments.
 */
final class ProgramName {

    private static final int LONGEST = 500;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");
    private static final Pattern CARGO_HASH = Pattern.compile("-[0-9a-f]{16}(?=\\.exe$|$)");

    private ProgramName() {}

    /** The name for a command line; empty when it is blank. */
    static String of(String command) {
        String line = BLANKS.matcher(command).replaceAll(" ").strip();
        int blank = line.indexOf(' ');
        String program = blank < 0 ? line : line.substring(0, blank);
        String arguments = blank < 0 ? "" : line.substring(blank);
        String file = program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
        return shortened(CARGO_HASH.matcher(file).replaceFirst("") + arguments);
    }

    /** A text that is short enough for a name; what is left out is represented by its checksum. */
    static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        CRC32 checksum = new CRC32();
        checksum.update(name.getBytes(StandardCharsets.UTF_8));
        int end = Character.isHighSurrogate(name.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return name.substring(0, end) + "… " + Long.toHexString(checksum.getValue());
    }
}
