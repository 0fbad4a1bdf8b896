package dev.plumbline.forge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HmacSha256Test {

    /** RFC 4231, section 4.3. */
    private static final String CODE = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    @Test
    void givesTheCodeOfTheStandardsExample() {
        HmacSha256 jefe = new HmacSha256(bytes("Jefe"));

        assertThat(jefe.hex(bytes("what do ya want for nothing?"))).isEqualTo(CODE);
        assertThat(jefe.hex(bytes("what do ya "), bytes("want for nothing?"))).isEqualTo(CODE);
        assertThat(jefe.code(bytes("what do ya want for nothing?")))
                .isEqualTo(HexFormat.of().parseHex(CODE));
    }

    @Test
    void comparesWholeTexts() {
        assertThat(HmacSha256.isSame(CODE, CODE)).isTrue();
        assertThat(HmacSha256.isSame(CODE, CODE.substring(1))).isFalse();
        assertThat(HmacSha256.isSame("", CODE)).isFalse();
    }

    @Test
    void signsNothingWithAnEmptyKey() {
        assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> new HmacSha256(new byte[0])))
                .isNotNull();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
