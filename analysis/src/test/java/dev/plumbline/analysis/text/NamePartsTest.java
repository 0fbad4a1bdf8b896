package dev.plumbline.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePartsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            com.acme.Codec.decode                        | com.acme.   | Codec.decode
            Codec.decode                                 | ''          | Codec.decode
            decode                                       | ''          | decode
            example.com/lab.BenchmarkFields/fast         | example.com/ | lab.BenchmarkFields/fast
            github.com/acme/kit/v2.BenchmarkParse        | github.com/acme/kit/ | v2.BenchmarkParse
            tests/unit/test_codec.py::test_decode[1.5]   | tests/unit/ | test_codec.py::test_decode[1.5]
            bench/words.bench.js > words > split         | 'bench/words.bench.js > ' | words > split
            strings::words::split                        | ''          | strings::words::split
            group/sum of 1.5 and 2.5                     | ''          | group/sum of 1.5 and 2.5
            BM_Sort<std::vector<int>>/real_time          | ''          | BM_Sort<std::vector<int>>/real_time
            takes 1.5 s                                  | ''          | takes 1.5 s
            """)
    void tellsThePlaceFromTheName(String name, String place, String shortName) {
        NameParts parts = NameParts.of(name);

        assertThat(parts.place()).isEqualTo(place);
        assertThat(parts.shortName()).isEqualTo(shortName);
        assertThat(parts.place() + parts.shortName()).isEqualTo(name);
    }
}
