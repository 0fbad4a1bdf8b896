package dev.plumbline.analysis.format.profile;

import dev.plumbline.analysis.profile.ProfileBuilder;
import java.io.IOException;
import java.io.InputStream;

/** Reads one format, streaming. */
interface ProfileReader {

    /**
     * Reads the whole file.
     *
     * @param in the file, decompressed, no longer than allowed
     * @throws IOException when {@code in} can't be read
     * @throws dev.plumbline.analysis.format.document.DocumentException when the file is rejected
     */
    void read(InputStream in, ProfileBuilder profile) throws IOException;
}
