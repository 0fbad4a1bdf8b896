package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingStackTest {

    @Test
    void stopsInReverseOrderOnce() {
        List<String> stopped = new ArrayList<>();
        ClosingStack closing = new ClosingStack();
        closing.push("first", () -> stopped.add("first"));
        closing.push("second", () -> stopped.add("second"));

        closing.close();
        closing.close();

        assertThat(stopped).containsExactly("second", "first");
    }

    @Test
    void stopsTheRestAfterAFailureAndReportsAll() {
        List<String> stopped = new ArrayList<>();
        ClosingStack closing = new ClosingStack();
        closing.push("first", () -> stopped.add("first"));
        closing.push("second", () -> {
            throw new IOException("b");
        });
        closing.push("third", () -> {
            throw new IOException("a");
        });

        IllegalStateException failure = catchThrowableOfType(IllegalStateException.class, closing::close);

        assertThat(stopped).containsExactly("first");
        assertThat(failure).hasMessage("couldn't stop third properly").hasRootCauseMessage("a");
        assertThat(failure.getSuppressed())
                .singleElement()
                .satisfies(later -> assertThat(later).hasMessage("b"));
    }
}
