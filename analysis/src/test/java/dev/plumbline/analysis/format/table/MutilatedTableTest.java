package dev.plumbline.analysis.format.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is cut off or changed in a table or a log, it is read or rejected, and nothing else happens. */
class MutilatedTableTest {

    private static final String CSV = """
            "Benchmark","Mode","Threads","Samples","Score","Score Error (99.9%)","Unit","Param: size"
            "a.B.c","sample",1,5000,3.500000,0.100000,"us/op",10
            "a.B.c:c·p0.50","sample",1,1,2.500000,NaN,"us/op",10
            "a.B.d","thrpt",4,5,"1,5",NaN,"ops/s","x ""y"
            """;

    private static final String LOG = """
            # JMH version: 1.37
            # VM version: JDK 21.0.2, OpenJDK 64-Bit Server VM, 21.0.2+13
            # Warmup: 5 iterations, 1 s each
            # Measurement: 2 iterations, 10 s each
            # Threads: 2 threads, will synchronize iterations
            # Benchmark mode: Average time, time/op
            # Benchmark: com.acme.Codec.encode
            # Parameters: (size = 10)

            # Fork: 1 of 1
            # Warmup Iteration   1: 99.000 ns/op
            Iteration   1: 12.000 ±(99.9%) 0.100 ns/op
                             gc.alloc.rate.norm: 24.000 B/op

            Iteration   2: 13.000 ±(99.9%) 0.100 ns/op
                             gc.alloc.rate.norm: ≈ 10⁻⁴ B/op

            # Run complete. Total time: 00:01:02

            Benchmark                         (size)  Mode  Cnt   Score   Error   Units
            Codec.encode                          10  avgt    2  12.500 ± 6.900   ns/op
            Codec.encode:gc.alloc.rate.norm       10  avgt    2  12.000 ± 0.001    B/op
            """;

    private int read;

    @ParameterizedTest
    @ValueSource(strings = {CSV, LOG})
    void isReadOrRejected(String text) throws IOException {
        byte[] whole = text.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= whole.length; length++) {
            read(Arrays.copyOf(whole, length));
        }
        SplittableRandom random = new SplittableRandom(11);
        for (int mutation = 0; mutation < 5000; mutation++) {
            byte[] mutated = whole.clone();
            for (int change = random.nextInt(1, 5); change > 0; change--) {
                int place = random.nextInt(mutated.length);
                mutated[place] =
                        random.nextBoolean() ? (byte) random.nextInt(256) : whole[random.nextInt(whole.length)];
            }
            read(mutated);
        }
        assertThat(read).as("some changes do no harm").isPositive();
    }

    private void read(byte[] document) throws IOException {
        try {
            ResultFormat.read(new ByteArrayInputStream(document), ReadLimits.defaults(), result -> {
                assertThat(result.benchmark().name()).isNotEmpty();
                assertThat(result.primary().forkValues()).doesNotContain(Double.NaN);
            });
            read++;
        } catch (DocumentException rejected) {
            assertThat(rejected.code()).isNotEmpty();
        }
    }
}
