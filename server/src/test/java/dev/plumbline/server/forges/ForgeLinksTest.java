package dev.plumbline.server.forges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.forge.ForgeKind;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ForgeLinksTest {

    private static final String PAGE = "https://gitlab.com/acme/widget";
    private static final ForgeLinks LINKS = ForgeLinks.of(ForgeKind.GITLAB, PAGE, "main");

    @Test
    void leadToWhatTheForgeHas() {
        assertThat(LINKS.repository()).contains(PAGE);
        assertThat(LINKS.commit("abcdef12")).contains(PAGE + "/-/commit/abcdef12");
        assertThat(LINKS.range("abcdef11", "abcdef12")).contains(PAGE + "/-/compare/abcdef11...abcdef12");
        assertThat(LINKS.author("Ann")).contains(PAGE + "/-/commits/main?author=Ann");
        assertThat(LINKS.branchOrPullRequest("topic", OptionalInt.of(12))).contains(PAGE + "/-/merge_requests/12");
        assertThat(LINKS.branchOrPullRequest("topic", OptionalInt.empty())).contains(PAGE + "/-/tree/topic");
    }

    @Test
    void leadNowhereForWhatItHasNot() {
        assertThat(LINKS.commit("../../settings")).isEmpty();
        assertThat(LINKS.range("abcdef12", "abcdef12")).isEmpty();
        assertThat(LINKS.branch("ann:main")).isEmpty();
        assertThat(LINKS.pullRequest(0)).isEmpty();
        assertThat(LINKS.author(" ")).isEmpty();
        assertThat(ForgeLinks.NONE.commit("abcdef12")).isEmpty();
        assertThat(ForgeLinks.NONE.repository()).isEmpty();
    }
}
