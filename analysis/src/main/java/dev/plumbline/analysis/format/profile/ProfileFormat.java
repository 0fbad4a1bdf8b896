package dev.plumbline.analysis.format.profile;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.DocumentInput;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.valgrind.ProfileKind;
import dev.plumbline.analysis.profile.Profile;
import dev.plumbline.analysis.profile.ProfileBuilder;
import dev.plumbline.analysis.profile.ProfileLimits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The formats of profiles that are read. */
public enum ProfileFormat {
    COLLAPSED("collapsed"),
    PERF_SCRIPT("perf-script"),
    JFR("jfr"),
    CALLGRIND("callgrind"),
    CACHEGRIND("cachegrind");

    private static final int HEAD = 1 << 16;

    private final String id;

    ProfileFormat(String id) {
        this.id = id;
    }

    /** Its name in output, kebab-case. */
    public String id() {
        return id;
    }

    /**
     * Reads a profile, plain or gzip-compressed, as its content shows it. A flight recording isn't read here: {@link JfrReader} needs
     * it as a file.
     *
     * @throws IOException when {@code in} can't be read
     * @throws DocumentException when it isn't a profile that is read, is damaged, or is beyond the limits
     */
    public static Profile read(InputStream in, ProfileLimits limits) throws IOException {
        try (DocumentInput document = DocumentInput.open(in, limits.bytes())) {
            ProfileFormat format = ProfileContent.recognise(document.beginning(HEAD));
            ProfileBuilder profile = new ProfileBuilder(limits);
            try {
                format.reader().read(document, profile);
            } catch (ProfileBuilder.TooLargeException tooLarge) {
                throw tooLarge(tooLarge);
            }
            return finished(profile, format);
        }
    }

    private ProfileReader reader() {
        return switch (this) {
            case COLLAPSED -> new CollapsedReader();
            case PERF_SCRIPT -> new PerfScriptReader();
            case CALLGRIND -> new ValgrindReader(ProfileKind.CALLGRIND);
            case CACHEGRIND -> new ValgrindReader(ProfileKind.CACHEGRIND);
            case JFR ->
                throw new DocumentException(
                        ProblemCode.OTHER_DOCUMENT,
                        "the recording is compressed, or comes from standard input; give it as a file, not compressed",
                        Place.UNKNOWN);
        };
    }

    /** All ids, for messages. */
    static String ids() {
        return Arrays.stream(values()).map(ProfileFormat::id).collect(Collectors.joining(", "));
    }

    static DocumentException tooLarge(ProfileBuilder.TooLargeException tooLarge) {
        DocumentException refusal = new DocumentException(
                ProblemCode.TOO_MANY_VALUES,
                "the profile is too large: " + tooLarge.getMessage() + "; record a shorter time",
                Place.UNKNOWN);
        refusal.initCause(tooLarge);
        return refusal;
    }

    static Profile finished(ProfileBuilder profile, ProfileFormat format) {
        if (profile.isEmpty()) {
            throw new DocumentException(
                    ProblemCode.NO_RESULTS,
                    "the profile has no samples: the program ended before one was taken, or the profiler wasn't"
                            + " allowed to",
                    Place.UNKNOWN);
        }
        return profile.build(format.id());
    }
}
