package dev.plumbline.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder for bodies of uploads in progress, one for each process; what a process leaves behind is removed with it. */
final class UploadFolder implements AutoCloseable {

    private final Path folder;

    private UploadFolder(Path folder) {
        this.folder = folder;
    }

    /** Creates one below the data folder, and removes those of processes that are gone. */
    static UploadFolder below(Path data) {
        try {
            Path parent = Files.createDirectories(data.resolve("uploads"));
            for (Path folder : children(parent)) {
                if (isForgotten(folder)) {
                    new UploadFolder(folder).close();
                }
            }
            return new UploadFolder(
                    Files.createTempDirectory(parent, ProcessHandle.current().pid() + "-"));
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for uploads below " + data, e);
        }
    }

    Path path() {
        return folder;
    }

    @Override
    public void close() {
        try {
            for (Path file : children(folder)) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder for uploads " + folder, e);
        }
    }

    private static boolean isForgotten(Path folder) {
        String pid = folder.getFileName().toString().replaceAll("-.*", "");
        return pid.matches("\\d{1,18}")
                && (Long.parseLong(pid) == ProcessHandle.current().pid()
                        || ProcessHandle.of(Long.parseLong(pid)).isEmpty());
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
