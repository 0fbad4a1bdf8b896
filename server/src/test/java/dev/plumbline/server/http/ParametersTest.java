package dev.plumbline.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.server.queue.DeliveryState;
import io.vertx.core.MultiMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParametersTest {

    private static Parameters given(String state) {
        return new Parameters(MultiMap.caseInsensitiveMultiMap().add("state", state));
    }

    @Test
    void readsAConstantByItsWord() {
        assertThat(given("dead").constant("state", DeliveryState.class, DeliveryState::label))
                .contains(DeliveryState.DEAD);
        assertThat(given("").constant("state", DeliveryState.class, DeliveryState::label))
                .isEmpty();
    }

    @Test
    void listsTheWordsThatItTakes() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> given("DEAD").constant("state", DeliveryState.class, DeliveryState::label))
                .withMessageContaining("The parameter 'state' takes waiting, dead, delivered or dropped.");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> given("x").word("state", List.of("open", "shut")))
                .withMessageContaining("takes open or shut.");
    }
}
