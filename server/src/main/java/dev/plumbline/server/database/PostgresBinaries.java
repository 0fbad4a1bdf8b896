package dev.plumbline.server.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the archive on the class path. */
final class PostgresBinaries {

    private static final String PREFIX = "postgresql-";
    private static final int EXECUTABLE = 0111;

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /**
     * The programs below a parent folder, unpacked there when this version is missing. An interrupted unpacking
     * leaves nothing that could be mistaken for a complete one.
     */
    static PostgresBinaries below(Path parent) throws IOException {
        byte[] archive;
        try (InputStream resource =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(operatingSystem(), System.getProperty("os.arch"))) {
            archive = resource.readAllBytes();
        }
        String version = HexFormat.of().formatHex(Sha256.digest().digest(archive), 0, 6);
        Path folder = parent.resolve(PREFIX + version);
        if (!Files.isDirectory(folder)) {
            Path unfinished = Files.createTempDirectory(parent, "unpacking-");
            unpack(archive, unfinished);
            Files.move(unfinished, folder);
        }
        removeOthers(parent, folder);
        return new PostgresBinaries(folder);
    }

    /** The path of a program such as {@code pg_ctl}. */
    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static String operatingSystem() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("linux")) {
            return "Linux";
        }
        if (name.startsWith("mac")) {
            return "Darwin";
        }
        throw new StoreException(
                "embedded-database-unsupported",
                "The embedded PostgreSQL runs on Linux and macOS only: give the address of your own PostgreSQL");
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (TarArchiveInputStream entries =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException(
                            "the archive of PostgreSQL has an entry that leads out of it: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.resolveSibling("."));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(entries, path);
                    if ((entry.getMode() & EXECUTABLE) != 0 && !path.toFile().setExecutable(true)) {
                        throw new IOException("can't make " + path + " executable");
                    }
                }
            }
        }
    }

    private static void removeOthers(Path parent, Path current) throws IOException {
        List<Path> others;
        try (Stream<Path> children = Files.list(parent)) {
            others = children.filter(path -> !path.equals(current))
                    .filter(path -> path.getFileName().toString().startsWith(PREFIX)
                            || path.getFileName().toString().startsWith("unpacking-"))
                    .toList();
        }
        for (Path other : others) {
            try (Stream<Path> tree = Files.walk(other)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
