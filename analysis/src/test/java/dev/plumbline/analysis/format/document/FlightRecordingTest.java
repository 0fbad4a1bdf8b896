package dev.plumbline.analysis.format.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.format.DocumentReading;
import org.junit.jupiter.api.Test;

class FlightRecordingTest {

    @Test
    void isRefusedForWhatItHolds() {
        assertThat(DocumentReading.rejection("FLR\0\0\2\0\1"))
                .startsWith("other-document: ")
                .contains("JDK Flight Recorder", "environment variables", "upload the results");
    }

    @Test
    void onlyItsMarkMakesARecording() {
        assertThat(DocumentReading.rejection("FL\0\0")).startsWith("not-utf-8: ");
    }
}
