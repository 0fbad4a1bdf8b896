package dev.plumbline.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.database.Table;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void quotesWhatNeedsIt() {
        assertThat(line("a,b", "say \"hi\"", "two\nlines", "plain"))
                .isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",plain\r\n");
    }

    @Test
    void disarmsFormulas() {
        assertThat(line("=1+1", "+1", "-1", "@sum", "\tx")).isEqualTo("'=1+1,'+1,'-1,'@sum,\"'\tx\"\r\n");
    }

    @Test
    void leavesNumbersAlone() {
        assertThat(line(-1.5, 7L, true, null)).isEqualTo("-1.5,7,true,\r\n");
    }

    @Test
    void writesListsAndObjects() {
        assertThat(line(List.of(1.5, 2.5), new Table.Json("{\"a\": 1}"))).isEqualTo("1.5 2.5,\"{\"\"a\"\": 1}\"\r\n");
    }

    private static String line(@Nullable Object... cells) {
        List<String> columns = Arrays.stream(cells).map(cell -> "c").toList();
        String csv = Csv.of(new Table(columns, List.of(Arrays.asList(cells))));
        return csv.substring(csv.indexOf("\r\n") + 2);
    }
}
