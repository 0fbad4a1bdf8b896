package dev.plumbline.collector.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The folders in cargo's target folder in which harnesses leave what they measured: Criterion's samples, Gungraun's counts. */
public final class CargoFolders {

    /** Makes Gungraun, which was Iai-Callgrind, leave a summary of each benchmark in its folder. */
    static final Map<String, String> VARIABLES =
            Map.of("GUNGRAUN_SAVE_SUMMARY", "json", "IAI_CALLGRIND_SAVE_SUMMARY", "json");

    private static final Set<String> OF_CRITERION =
            Set.of("sample.json", "estimates.json", "benchmark.json", "tukey.json");

    private final Path target;

    /**
     * Those of a build.
     *
     * @param work the folder that cargo is started in
     * @param target cargo's target folder if it was set; empty: the usual one
     */
    public CargoFolders(Path work, String target) {
        this.target = work.resolve(target.isBlank() ? "target" : target);
    }

    /**
     * Packs what was measured last, if that was since a time: Criterion's, or else Gungraun's. They keep benchmarks that no longer
     * exist, and Criterion what it compares with; neither was measured.
     *
     * @return whether there was something
     */
    public boolean pack(Path zip, FileTime since) throws IOException {
        for (String name : List.of("criterion", "gungraun", "iai")) {
            List<Path> files = measured(target.resolve(name), since);
            if (!files.isEmpty()) {
                pack(files, zip);
                return true;
            }
        }
        return false;
    }

    private void pack(List<Path> files, Path zip) throws IOException {
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out)) {
            for (Path file : files) {
                packed.putNextEntry(
                        new ZipEntry(target.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, packed);
                packed.closeEntry();
            }
        }
    }

    private static List<Path> measured(Path folder, FileTime since) throws IOException {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (isResult(file) && attributes.lastModifiedTime().compareTo(since) >= 0) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return files;
    }

    private static boolean isResult(Path file) {
        String name = file.getFileName().toString();
        Path parent = file.getParent();
        return name.equals("summary.json") || (OF_CRITERION.contains(name) && parent != null && parent.endsWith("new"));
    }
}
