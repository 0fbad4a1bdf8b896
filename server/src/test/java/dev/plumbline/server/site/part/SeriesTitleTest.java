package dev.plumbline.server.site.part;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.text.Namesakes;
import dev.plumbline.server.history.SeriesIdentity;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeriesTitleTest {

    @Test
    void partsPackageClassAndMethod() {
        SeriesTitle title = SeriesTitle.of(series("com.acme.text.Tokenizer.split", Map.of("size", "10"), "score"));

        assertThat(title.packageName()).isEqualTo("com.acme.text.");
        assertThat(title.className()).isEqualTo("Tokenizer");
        assertThat(title.method()).isEqualTo("split");
        assertThat(title.params()).containsExactly("size=10");
        assertThat(title.line()).isEqualTo("Tokenizer.split (size=10)");
    }

    @Test
    void takesANameWithoutADotAsTheMethod() {
        SeriesTitle title = SeriesTitle.of(series("split", Map.of(), "gc.alloc.rate.norm"));

        assertThat(title.packageName()).isEmpty();
        assertThat(title.className()).isEmpty();
        assertThat(title.line()).isEqualTo("split · gc.alloc.rate.norm");
    }

    @Test
    void keepsANameThatIsAllDotsAndControlCharacters() {
        SeriesTitle title = SeriesTitle.of(series("..\u0007\u202e.", Map.of(), "score"));

        assertThat(title.packageName() + title.className() + "." + title.method())
                .doesNotContain("\u0007")
                .doesNotContain("\u202e");
    }

    @Test
    void tellsModesAndThreadsApartOnlyWhereTheNameIsAmbiguous() {
        assertThat(SeriesTitle.of(series(1, Namesakes.NONE)).line()).isEqualTo("Codec.m0");
        assertThat(SeriesTitle.of(series(1, new Namesakes(true, false))).line()).isEqualTo("Codec.m0 [ss]");
        assertThat(SeriesTitle.of(series(1, new Namesakes(true, true))).line()).isEqualTo("Codec.m0 [ss] 1 thread");
        assertThat(SeriesTitle.of(series(1, Namesakes.NONE)).mode()).isEqualTo("single-shot time");
        assertThat(SeriesTitle.of(series(1, new Namesakes(false, true))).mode())
                .isEqualTo("single-shot time, 1 thread");
        assertThat(SeriesTitle.of(series(4, Namesakes.NONE)).distinction()).containsExactly("4 threads");
    }

    private static SeriesIdentity series(int threads, Namesakes namesakes) {
        return new SeriesIdentity(
                1,
                1,
                "acme.Codec.m0",
                Map.of(),
                "ss",
                threads,
                "score",
                "s/op",
                Direction.LOWER_IS_BETTER,
                Harness.JMH,
                namesakes);
    }

    private static SeriesIdentity series(String name, Map<String, String> params, String metric) {
        return new SeriesIdentity(1, 1, name, params, "avgt", 1, metric, "s/op", Direction.LOWER_IS_BETTER);
    }
}
