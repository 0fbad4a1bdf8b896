package dev.plumbline.charts.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitTest {

    private static final Font FONT = new Font(Font.MONOSPACED, Font.PLAIN, 12);

    @Test
    void keepsTheBeginningAndTheEnd() {
        String name = "TokenizerBenchmark.splitManyLines (size=1000) · gc.alloc.rate.norm";

        String cut = Fit.middle(name, FONT, 200);

        assertThat(cut).startsWith("Token").endsWith("norm").contains("…");
        assertThat(Fonts.width(cut, FONT)).isLessThanOrEqualTo(200);
        assertThat(Fit.middle("short", FONT, 200)).isEqualTo("short");
    }

    @Test
    void namesThatDifferInTheMiddleStillDiffer() {
        List<String> names = List.of(
                "org.widgets.ConcurrentQueueBenchmark.readFirst (implementation=linked, size=1000) · gc.alloc.rate.norm",
                "org.widgets.ConcurrentQueueBenchmark.readLast (implementation=linked, size=1000) · gc.alloc.rate.norm",
                "org.widgets.ConcurrentQueueBenchmark.write (implementation=linked, size=1000) · gc.alloc.rate.norm",
                "org.widgets.ConcurrentQueueBenchmark.write (implementation=array, size=1000) · gc.alloc.rate.norm");

        List<String> cut = Fit.apart(names, FONT, 260);

        assertThat(cut)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(Fonts.width(name, FONT)).isLessThanOrEqualTo(260));
        assertThat(cut.get(0)).contains("readFirst");
        assertThat(cut.get(1)).contains("readLast");
    }

    @Test
    void equalNamesStayEqual() {
        assertThat(Fit.apart(List.of("A.m", "A.m"), FONT, 200)).containsExactly("A.m", "A.m");
    }
}
