package dev.plumbline.server.rename;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveRenamesTest {

    @Test
    void followsChains() {
        LiveRenames renames = new LiveRenames(Map.of(1L, 2L, 2L, 3L, 7L, 3L));

        assertThat(renames.target(1)).isEqualTo(3);
        assertThat(renames.target(3)).isEqualTo(3);
        assertThat(renames.target(9)).isEqualTo(9);
        assertThat(renames.steps(1)).isEqualTo(2);
        assertThat(renames.steps(9)).isZero();
        assertThat(renames.namesakes(2)).containsExactlyInAnyOrder(1L, 2L, 3L, 7L);
        assertThat(renames.namesakes(9)).containsExactly(9L);
    }

    @Test
    void aRenameBackEndsTheOneThatItReverses() {
        LiveRenames back = new LiveRenames(Map.of(1L, 2L)).with(2, 1);
        assertThat(back.to()).isEqualTo(Map.of(2L, 1L));

        // 1 -> 2 -> 3, and then 3 is called 1 again.
        LiveRenames round = new LiveRenames(Map.of(1L, 2L, 2L, 3L)).with(3, 1);
        assertThat(round.target(2)).isEqualTo(1);
        assertThat(round.target(3)).isEqualTo(1);
    }

    @Test
    void aCircleIsAnErrorAndNoLoop() {
        assertThatThrownBy(() -> new LiveRenames(Map.of(1L, 2L, 2L, 1L)).target(1))
                .hasMessageContaining("circle");
    }
}
