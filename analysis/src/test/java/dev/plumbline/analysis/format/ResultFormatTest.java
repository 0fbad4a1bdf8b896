package dev.plumbline.analysis.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.format.jmh.JmhReader;
import org.junit.jupiter.api.Test;

class ResultFormatTest {

    @Test
    void isFoundByItsId() {
        assertThat(ResultFormat.ofId("jmh-json")).contains(ResultFormat.JMH_JSON);
        assertThat(ResultFormat.ofId("JMH-JSON")).isEmpty();
        assertThat(ResultFormat.JMH_JSON.reader()).isInstanceOf(JmhReader.class);
    }
}
