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
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The folder in which Criterion leaves its samples: {@code criterion} in cargo's target folder. */
public final class CriterionOutput {

    private static final Set<String> READ = Set.of("sample.json", "estimates.json", "benchmark.json", "tukey.json");

    private final Path folder;

    /**
     * That of a build.
     *
     * @param work the folder that cargo is started in
     * @param target cargo's target folder if it was set; empty: the usual one
     */
    public CriterionOutput(Path work, String target) {
        this.folder = work.resolve(target.isBlank() ? "target" : target).resolve("criterion");
    }

    /**
     * Packs what was measured last, if that was since a time. Criterion keeps benchmarks that no longer exist, and what it
     * compares with; neither was measured.
     *
     * @return whether there was something
     */
    public boolean pack(Path zip, FileTime since) throws IOException {
        List<Path> files = measured(since);
        if (files.isEmpty()) {
            return false;
        }
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out)) {
            for (Path file : files) {
                packed.putNextEntry(new ZipEntry(
                        "criterion/" + folder.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, packed);
                packed.closeEntry();
            }
        }
        return true;
    }

    private List<Path> measured(FileTime since) throws IOException {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                Path parent = file.getParent();
                boolean last = parent != null
                        && parent.endsWith("new")
                        && READ.contains(file.getFileName().toString());
                if (last && attributes.lastModifiedTime().compareTo(since) >= 0) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return files;
    }
}
