package dev.plumbline.collector.ci;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkflowAnnotationTest {

    @Test
    void encodesWhatWouldEndTheLineOrTheTitle() {
        WorkflowAnnotation annotation = new WorkflowAnnotation(
                WorkflowAnnotation.Level.NOTICE, "a:b,c%d", "100 % more: this, that\r\n::error::not this");

        assertThat(annotation.line())
                .isEqualTo("::notice title=a%3Ab%2Cc%25d::100 %25 more: this, that%0D%0A::error::not this");
    }
}
