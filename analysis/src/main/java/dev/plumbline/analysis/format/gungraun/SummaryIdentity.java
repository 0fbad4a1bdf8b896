package dev.plumbline.analysis.format.gungraun;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Mode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Which benchmark a summary is of: its path (file, group, function), in a workspace with the folder of its package before it;
 * its id and what it was called with are parameters. Paths of the machine are left out.
 */
final class SummaryIdentity {

    private static final int LONGEST = 200;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

    private String module = "";
    private String id = "";
    private String details = "";
    private String packageFolder = "";
    private String projectFolder = "";

    void module(String text) {
        module = text;
    }

    void id(String text) {
        id = text;
    }

    void details(String text) {
        details = text;
    }

    void packageFolder(String text) {
        packageFolder = slashes(text);
    }

    void projectFolder(String text) {
        projectFolder = slashes(text);
    }

    private static String slashes(String path) {
        String unix = path.replace('\\', '/');
        return unix.endsWith("/") ? unix.substring(0, unix.length() - 1) : unix;
    }

    /** Whether the summary names a benchmark. */
    boolean known() {
        return !module.isEmpty();
    }

    BenchmarkId benchmark(Mode mode) {
        Map<String, String> params = new TreeMap<>();
        if (!id.isEmpty()) {
            params.put("id", id);
        }
        if (!details.isBlank()) {
            params.put("arguments", arguments());
        }
        return new BenchmarkId(folder() + module, params, mode, 1);
    }

    private String folder() {
        return !projectFolder.isEmpty() && packageFolder.startsWith(projectFolder + "/")
                ? packageFolder.substring(projectFolder.length() + 1) + "/"
                : "";
    }

    private String arguments() {
        String portable = projectFolder.isEmpty() ? details : details.replace(projectFolder + "/", "");
        String line = BLANKS.matcher(portable).replaceAll(" ").strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        CRC32 checksum = new CRC32();
        checksum.update(line.getBytes(StandardCharsets.UTF_8));
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end) + "… " + Long.toHexString(checksum.getValue());
    }
}
