package dev.plumbline.analysis.format.archive;

import dev.plumbline.analysis.format.document.Container;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.DocumentInput;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * The files of a tar or zip archive, one after the other. Nothing is written anywhere and no path is followed: a path is a
 * text that names a file. Folders, links and devices are skipped.
 */
public final class Archive implements Closeable {

    /** Entries of an archive: no folder of results has come close to it. */
    static final int MOST_ENTRIES = 250_000;

    private final Headers source;
    private final Container container;
    private final ArchiveInputStream<?> entries;
    private final ReadLimits limits;
    private final InputStream content;
    private String path = "";
    private int seen;
    private int files;
    private long unpacked;

    private Archive(Headers source, Container container, ArchiveInputStream<?> entries, ReadLimits limits) {
        this.source = source;
        this.container = container;
        this.entries = entries;
        this.limits = limits;
        this.content = new Content();
    }

    /**
     * Opens an archive at its first byte.
     *
     * @throws DocumentException when the document is no archive
     */
    public static Archive open(DocumentInput document, ReadLimits limits) {
        Headers source = new Headers(document);
        return switch (document.container()) {
            case TAR -> new Archive(source, Container.TAR, new TarArchiveInputStream(source, "UTF-8"), limits);
            case ZIP ->
                new Archive(source, Container.ZIP, new ZipArchiveInputStream(source, "UTF-8", true, false), limits);
            case NONE ->
                throw new DocumentException(
                        ProblemCode.INVALID_ARCHIVE,
                        "the document is neither a tar nor a zip archive; give the folder itself, or pack it: tar czf"
                                + " results.tar.gz FOLDER",
                        Place.UNKNOWN);
        };
    }

    /**
     * Moves to the next file; false after the last one.
     *
     * @throws IOException when the document can't be read
     * @throws DocumentException when the archive is broken, truncated, encrypted, or beyond a limit
     */
    public boolean next() throws IOException {
        while (true) {
            Optional<ArchiveEntry> entry = entry();
            if (entry.isEmpty()) {
                source.skipRest();
                if (!source.hasEnd(container)) {
                    throw refusal(ProblemCode.TRUNCATED_DOCUMENT, "the archive ends too early; give the whole file");
                }
                return false;
            }
            seen++;
            if (seen > MOST_ENTRIES) {
                throw refusal(
                        ProblemCode.TOO_MANY_VALUES,
                        "the archive has more than " + MOST_ENTRIES
                                + " entries; pack only the folder with the results");
            }
            if (isFile(entry.get())) {
                files++;
                path = path(entry.get());
                return true;
            }
        }
    }

    /** The path of the file: with slashes, without a slash or {@code ./} before it. As the document has it: escape it. */
    public String path() {
        return path;
    }

    /** How many files there were so far. */
    public int files() {
        return files;
    }

    /**
     * The content of the file.
     *
     * @throws DocumentException when it is compressed once more
     */
    public InputStream content() throws IOException {
        PushbackInputStream begun = new PushbackInputStream(content, 2);
        byte[] head = begun.readNBytes(2);
        if (head.length == 2 && head[0] == (byte) 0x1f && head[1] == (byte) 0x8b) {
            throw refusal(
                    ProblemCode.INVALID_ARCHIVE,
                    "it is compressed inside of the archive; pack the file as the harness wrote it");
        }
        begun.unread(head);
        return begun;
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }

    private Optional<ArchiveEntry> entry() throws IOException {
        content.transferTo(OutputStream.nullOutputStream());
        source.beginHeader();
        Optional<ArchiveEntry> entry = guarded(() -> Optional.ofNullable(entries.getNextEntry()));
        source.endHeader();
        return entry;
    }

    /** Takes a step of the library. What it says of an archive is a refusal, unless the document itself couldn't be read. */
    private <T> T guarded(Step<T> step) throws IOException {
        try {
            return step.take();
        } catch (DocumentException refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof IOException failure && source.failed()) {
                throw failure;
            }
            throw refusal(broken);
        }
    }

    private static DocumentException refusal(Exception broken) {
        boolean cut = broken instanceof EOFException
                || String.valueOf(broken.getMessage()).contains("runcated");
        DocumentException refusal = cut
                ? refusal(ProblemCode.TRUNCATED_DOCUMENT, "the archive ends in the middle; give the whole file")
                : refusal(
                        ProblemCode.INVALID_ARCHIVE,
                        "the archive is damaged; pack the folder anew: tar czf results.tar.gz FOLDER");
        refusal.initCause(broken);
        return refusal;
    }

    /** A step of the library. */
    @FunctionalInterface
    private interface Step<T> {
        T take() throws IOException;
    }

    private boolean isFile(ArchiveEntry entry) {
        boolean file = entry instanceof TarArchiveEntry tar ? isFile(tar) : !entry.isDirectory();
        if (file && !entries.canReadEntryData(entry)) {
            throw refusal(
                    ProblemCode.INVALID_ARCHIVE,
                    Place.printable(entry.getName())
                            + " is encrypted, or compressed in a way that isn't read; pack the folder with: tar czf"
                            + " results.tar.gz FOLDER");
        }
        return file;
    }

    private static boolean isFile(TarArchiveEntry entry) {
        byte type = entry.getLinkFlag();
        return !entry.isDirectory()
                && !entry.isSparse()
                && (type == TarConstants.LF_NORMAL
                        || type == TarConstants.LF_OLDNORM
                        || type == TarConstants.LF_CONTIG);
    }

    private String path(ArchiveEntry entry) {
        String name = entry.getName().replace('\\', '/');
        if (name.length() > limits.maxNameLength()) {
            throw refusal(
                    ProblemCode.TEXT_TOO_LONG,
                    "the path of a file has " + name.length() + " characters, expected at most "
                            + limits.maxNameLength());
        }
        int from = 0;
        while (name.startsWith("/", from) || name.startsWith("./", from)) {
            from += name.charAt(from) == '/' ? 1 : 2;
        }
        return name.substring(from);
    }

    private static DocumentException refusal(ProblemCode problem, String sentence) {
        return new DocumentException(problem, sentence, Place.UNKNOWN);
    }

    /** What the file contains, counted: all files together may not be longer than a document. */
    private final class Content extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            int got = seen == 0 ? -1 : guarded(() -> entries.read(target, offset, count));
            unpacked += Math.max(0, got);
            if (unpacked > limits.maxDecompressedBytes()) {
                throw refusal(
                        ProblemCode.DOCUMENT_TOO_LARGE,
                        "the archive's files are longer than " + limits.maxDecompressedBytes()
                                + " bytes together; pack only the folder with the results");
            }
            return got;
        }
    }
}
