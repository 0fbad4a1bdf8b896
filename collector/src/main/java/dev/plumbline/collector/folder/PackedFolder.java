package dev.plumbline.collector.folder;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * The folder that a harness writes, packed as the server reads it: a tar.gz of the files that have results, and of nothing else.
 * Equal content gives equal bytes: files are in the order of their paths, without dates and owners.
 *
 * @param files where the files are, by their paths in the folder, with slashes
 */
public record PackedFolder(SortedMap<String, Path> files) {

    /** Folders in each other: no harness nests its results more deeply, and links aren't followed. */
    private static final int DEEPEST = 40;

    private static final int READABLE = 0100644;

    /**
     * The files of a folder that have results.
     *
     * @throws IOException when the folder can't be read
     * @throws DocumentException when there are none, or those of several harnesses
     */
    public static PackedFolder of(Path folder) throws IOException {
        return find(folder)
                .orElseThrow(() -> refusal(
                        "the folder has no results that are read as a folder, such as those of target/criterion; give the"
                                + " files in it that have results"));
    }

    /** The same, empty if there are none. */
    public static Optional<PackedFolder> find(Path folder) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        Path root = folder.toRealPath();
        try (Stream<Path> paths = Files.walk(root, DEEPEST)) {
            paths.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .forEach(file -> {
                        String path = root.relativize(file).toString().replace('\\', '/');
                        if (!ResultFormat.ofPath(path).isEmpty()) {
                            files.put(path, file);
                        }
                    });
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        if (files.isEmpty()) {
            return Optional.empty();
        }
        requireOneFormat(files);
        return Optional.of(new PackedFolder(files));
    }

    private static void requireOneFormat(SortedMap<String, Path> files) {
        String first = files.firstKey();
        ResultFormat format = ResultFormat.ofPath(first).iterator().next();
        for (String path : files.keySet()) {
            Set<ResultFormat> formats = ResultFormat.ofPath(path);
            if (!formats.contains(format)) {
                throw refusal("the folder has results of " + format.id() + " (" + Place.printable(first) + ") and of "
                        + formats.iterator().next().id() + " (" + Place.printable(path)
                        + "); give the folder of each on its own");
            }
        }
    }

    /** The packed files. */
    public InputStream open() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(gzip, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            long left = ReadLimits.defaults().maxDecompressedBytes();
            for (Map.Entry<String, Path> file : files.entrySet()) {
                left -= Files.size(file.getValue());
                if (left < 0) {
                    throw new DocumentException(
                            ProblemCode.DOCUMENT_TOO_LARGE,
                            "the folder's results are longer than "
                                    + ReadLimits.defaults().maxDecompressedBytes()
                                    + " bytes together; give the folder of one run",
                            Place.UNKNOWN);
                }
                add(file.getKey(), Files.readAllBytes(file.getValue()), tar);
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static void add(String path, byte[] content, TarArchiveOutputStream tar) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(path, true);
        entry.setSize(content.length);
        entry.setMode(READABLE);
        entry.setModTime(0L);
        entry.setUserId(0L);
        entry.setGroupId(0L);
        entry.setUserName("");
        entry.setGroupName("");
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static DocumentException refusal(String sentence) {
        return new DocumentException(ProblemCode.NO_RESULTS, sentence, Place.UNKNOWN);
    }
}
