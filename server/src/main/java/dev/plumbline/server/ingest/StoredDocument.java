package dev.plumbline.server.ingest;

import dev.plumbline.analysis.format.document.GzipInput;
import dev.plumbline.server.database.Sha256;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.zip.GZIPOutputStream;

/**
 * A document in the form in which it is stored: gzip, unchanged if it was sent that way.
 *
 * @param contentHash SHA-256 of the uncompressed document: the same results are the same content however they were sent
 * @param contentLength its length uncompressed, in bytes
 * @param compressed the gzip form
 */
record StoredDocument(byte[] contentHash, long contentLength, byte[] compressed) {

    private static final int BUFFER = 1 << 16;

    /** Two thirds of the usual level's processor time for 8 % more bytes, on result files of JMH. */
    private static final int LEVEL = 4;

    /** Reads a document that the reader has accepted, so that its size is known to be within the limits. */
    static StoredDocument of(Path document) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream file = new BufferedInputStream(Files.newInputStream(document), BUFFER)) {
            file.mark(2);
            boolean gzip = file.read() == 0x1f && file.read() == 0x8b;
            file.reset();
            if (gzip) {
                try (InputStream plain = new GzipInput(file, BUFFER)) {
                    long length = pump(plain, digest, OutputStream.nullOutputStream());
                    return new StoredDocument(digest.digest(), length, Files.readAllBytes(document));
                }
            }
            ByteArrayOutputStream compressed = new ByteArrayOutputStream(BUFFER);
            long length;
            try (OutputStream target = new Gzip(compressed)) {
                length = pump(file, digest, target);
            }
            return new StoredDocument(digest.digest(), length, compressed.toByteArray());
        }
    }

    /** A gzip stream of the level. */
    private static final class Gzip extends GZIPOutputStream {

        Gzip(OutputStream target) throws IOException {
            super(target, BUFFER);
            def.setLevel(LEVEL);
        }
    }

    private static long pump(InputStream source, MessageDigest digest, OutputStream target) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long length = 0;
        for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
            digest.update(buffer, 0, read);
            target.write(buffer, 0, read);
            length += read;
        }
        return length;
    }
}
