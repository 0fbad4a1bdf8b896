package dev.plumbline.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameWordsTest {

    private static final String NAME = "acme.text.TokenizerBenchmark.split size=100 kind=ascii score";

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "tokenizer, true",
        "SPLIT tokenizer, true",
        "split join, false",
        "size=100, true",
        "size=10, false",
        "size=10*, true",
        "size=* split, true",
        "acme*split, true",
        "text.*split, true",
        "split*ascii, false",
        "(, false",
        "size=, true",
        "length=, false",
        "*=100, true",
        "s*=1*0, true",
        "size=100*0, false",
        "*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*x, false",
    })
    void findsWordsInAnyOrder(String typed, boolean found) {
        assertThat(new NameWords(typed).in(List.of(NAME.split(" ")))).isEqualTo(found);
    }
}
