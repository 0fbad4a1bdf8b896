package dev.plumbline.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void quotesWhatNeedsIt() {
        assertThat(line("a,b", "say \"hi\"", "plain")).isEqualTo("\"a,b\",\"say \"\"hi\"\"\",plain\r\n");
    }

    @Test
    void disarmsFormulas() {
        assertThat(line("=1+1", "+1", "-1", "@sum", "\tx")).isEqualTo("'=1+1,'+1,'-1,'@sum,' x\r\n");
    }

    @Test
    void keepsEveryRecordOnALineOfItsOwn() {
        assertThat(line("two\nlines", "\u001b[2J", "\u202eback")).isEqualTo("two lines,\ufffd[2J,\ufffdback\r\n");
    }

    @Test
    void leavesNumbersAlone() {
        assertThat(line(-1.5, 7L, true, Optional.empty(), Double.NaN)).isEqualTo("-1.5,7,true,,\r\n");
        assertThat(line(Csv.number(-0.25), Csv.number(Double.NaN))).isEqualTo("-0.25,\r\n");
    }

    @Test
    void writesLists() {
        assertThat(line(List.of(1.5, 2.5), List.of("a", "b"))).isEqualTo("1.5 2.5,a b\r\n");
    }

    @Test
    void writesRecordsUnderTheNamesOfTheirComponents() {
        assertThat(Csv.of(Point.class, List.of(new Point("=x", Optional.of(3)), new Point("y", Optional.empty()))))
                .isEqualTo("series,forks\r\n'=x,3\r\ny,\r\n");
    }

    public record Point(String series, Optional<Integer> forks) {}

    private static String line(Object... cells) {
        return Csv.line(Arrays.asList(cells));
    }
}
