package dev.plumbline.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void takesTheirPowerFromControlAndDirectionCharacters() {
        assertThat(Printable.line("a\u001b[2Jb\u202ec\u0007\u2028")).isEqualTo("a\ufffd[2Jb\ufffdc\ufffd\ufffd");
        assertThat(Printable.line("two\nlines\tand a \ud83d\ude00, half \ud83d"))
                .isEqualTo("two lines and a \ud83d\ude00, half \ufffd");
    }

    @Test
    void breaksAtBlanksAndNeverInsideAWord() {
        assertThat(Printable.wrapped("one two three", 7)).containsExactly("one two", "three");
        assertThat(Printable.wrapped("unbreakable", 5)).containsExactly("unbreakable");
        assertThat(Printable.wrapped("unbreakable but short", 9)).containsExactly("unbreakable", "but short");
        assertThat(Printable.wrapped("", 5)).containsExactly("");
    }

    @Test
    void countsColumnsAndNotCharacters() {
        assertThat(Printable.width("日本語")).isEqualTo(6);
        assertThat(Printable.width("e\u0301")).isEqualTo(1);
    }

    @Test
    void countsNoHalfCharacters() {
        assertThat(Printable.width("a\ud83d\ude00µ")).isEqualTo(4);
    }
}
