package dev.plumbline.collector.profile;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.profile.JfrChunks;
import dev.plumbline.analysis.format.profile.JfrReader;
import dev.plumbline.analysis.format.profile.ProfileFormat;
import dev.plumbline.analysis.profile.Profile;
import dev.plumbline.analysis.profile.ProfileLimits;
import dev.plumbline.collector.command.InputFile;
import dev.plumbline.collector.command.UsageException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jfr.consumer.RecordingFile;

/** Opens files as profiles. */
final class ProfileFile {

    private static final int MAGIC = 4;

    private final Path folder;
    private final ProfileLimits limits = ProfileLimits.defaults();

    ProfileFile(Path folder) {
        this.folder = folder;
    }

    /**
     * The profile in a file.
     *
     * @throws UsageException saying where and what is wrong when it can't be read
     */
    Profile read(Path given) {
        InputFile file = InputFile.of(folder, given);
        if (Files.isDirectory(file.file())) {
            throw new UsageException(file.name() + ": "
                    + (file.name().endsWith(".trace")
                            ? "a trace of Instruments isn't read; export a table:"
                                    + " xctrace export --input FILE.trace --xpath"
                                    + " '/trace-toc/run[@number=\"1\"]/data/table[@schema=\"time-profile\"]'"
                            : "it is a folder; give a profile"));
        }
        return file.read(stream -> {
            BufferedInputStream content = new BufferedInputStream(stream, 1 << 16);
            content.mark(MAGIC);
            boolean recording = JfrChunks.isRecording(content.readNBytes(MAGIC));
            content.reset();
            return recording ? recording(file, content) : ProfileFormat.read(content, limits);
        });
    }

    /** Reads a flight recording, after its chunks were checked. */
    private Profile recording(InputFile file, InputStream content) throws IOException {
        if (Files.size(file.file()) > limits.bytes()) {
            throw new UsageException(
                    file.name() + ": it is longer than " + limits.bytes() + " bytes; record a shorter time");
        }
        JfrChunks.check(content);
        try (RecordingFile recording = new RecordingFile(file.file())) {
            return JfrReader.read(recording, limits);
        } catch (DocumentException refused) {
            throw refused;
        } catch (IOException | RuntimeException | OutOfMemoryError damaged) {
            throw JfrReader.damaged(damaged);
        }
    }
}
