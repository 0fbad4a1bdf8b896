package dev.plumbline.forge.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.fake.FakeComment;
import dev.plumbline.forge.fake.FakeForge;
import dev.plumbline.forge.fake.FakeRepository;
import dev.plumbline.forge.repository.ForgeException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StickyCommentTest {

    private FakeForge fake;
    private FakeRepository repository;

    @BeforeEach
    void start() {
        fake = FakeForge.start();
        repository = fake.repository("acme/tools").withPullRequest(5, "3f722d5c");
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @ParameterizedTest
    @EnumSource(ForgeKind.class)
    void staysOneCommentWhileTheVerdictIsNotWorse(ForgeKind kind) {
        StickyComment sticky = sticky(kind, "acme");

        assertThat(sticky.put(5, "2 got slower", 3, false).action()).isEqualTo(StickyComment.Action.POSTED);
        assertThat(sticky.put(5, "2 got slower", 3, false).action()).isEqualTo(StickyComment.Action.UNCHANGED);
        assertThat(sticky.put(5, "2 others got slower", 3, false).action()).isEqualTo(StickyComment.Action.EDITED);
        assertThat(sticky.put(5, "unchanged", 0, false).action()).isEqualTo(StickyComment.Action.EDITED);

        assertThat(repository.comments(5)).singleElement().satisfies(comment -> {
            assertThat(comment.edits()).isEqualTo(2);
            assertThat(comment.body())
                    .startsWith("<!-- plumbline:project=acme rank=0 ")
                    .endsWith("-->\nunchanged");
        });
    }

    @ParameterizedTest
    @EnumSource(ForgeKind.class)
    void isPostedAnewWhenTheVerdictGotWorseAndTheOldOneIsFolded(ForgeKind kind) {
        StickyComment sticky = sticky(kind, "acme");
        sticky.put(5, "unchanged", 0, false);
        repository.comment(5, "ada", "looks good");

        StickyComment.Result result = sticky.put(5, "1 got slower", 3, false);

        assertThat(result.action()).isEqualTo(StickyComment.Action.POSTED_ANEW);
        assertThat(result.url()).isPresent();
        assertThat(repository.comments(5)).extracting(FakeComment::folded).containsExactly(true, false, false);
        assertThat(sticky.put(5, "1 got slower", 3, false).action()).isEqualTo(StickyComment.Action.UNCHANGED);
        sticky.put(5, "still 1", 3, false);
        assertThat(repository.comments(5).get(2).body()).endsWith("still 1");
    }

    @Test
    void twoProjectsHaveACommentEach() {
        sticky(ForgeKind.GITHUB, "acme").put(5, "fine", 0, false);
        sticky(ForgeKind.GITHUB, "acme-2").put(5, "fine", 0, false);

        assertThat(repository.comments(5)).hasSize(2);
    }

    @Test
    void aMarkerOfSomebodyElseIsNothing() {
        sticky(ForgeKind.GITHUB, "acme").put(5, "fine", 0, false);
        String copied = repository.comments(5).get(0).body();
        repository.delete(5);
        repository.withPullRequest(5, "3f722d5c");
        repository.comment(5, "eve", copied);

        assertThat(sticky(ForgeKind.GITHUB, "acme").put(5, "fine", 0, false).action())
                .isEqualTo(StickyComment.Action.POSTED);
        assertThat(repository.comments(5).get(0).body()).isEqualTo(copied);
    }

    @Test
    void isQuietUntilSomethingWasSaid() {
        StickyComment sticky = sticky(ForgeKind.GITHUB, "acme");

        assertThat(sticky.put(5, "unchanged", 0, true).action()).isEqualTo(StickyComment.Action.NONE);
        assertThat(repository.comments(5)).isEmpty();
        sticky.put(5, "1 got slower", 3, false);
        assertThat(sticky.put(5, "unchanged", 0, true).action()).isEqualTo(StickyComment.Action.EDITED);
    }

    @Test
    void callingAgainFoldsWhatAFailureLeftUnfolded() {
        StickyComment sticky = sticky(ForgeKind.GITLAB, "acme");
        sticky.put(5, "unchanged", 0, false);
        fake.failOn("PUT", 500, "{}");

        assertThatThrownBy(() -> sticky.put(5, "1 got slower", 3, false)).isInstanceOf(ForgeException.class);
        assertThat(repository.comments(5)).extracting(FakeComment::folded).containsExactly(false, false);
        sticky.put(5, "1 got slower", 3, false);

        assertThat(repository.comments(5)).extracting(FakeComment::folded).containsExactly(true, false);
    }

    @Test
    void whereMinimisingIsForbiddenTheTextIsFolded() {
        StickyComment sticky = sticky(ForgeKind.GITHUB, "acme");
        sticky.put(5, "unchanged", 0, false);
        fake.failOn("minimizeComment", 200, """
            {"data":null,"errors":[{"type":"FORBIDDEN","message":"Resource not accessible by integration"}]}\
            """);

        sticky.put(5, "1 got slower", 3, false);

        FakeComment old = repository.comments(5).get(0);
        assertThat(old.minimised()).isFalse();
        assertThat(old.body()).contains("<details><summary>Outdated</summary>\n\nunchanged");
        assertThat(sticky.put(5, "1 got slower", 3, false).action()).isEqualTo(StickyComment.Action.UNCHANGED);
    }

    @Test
    void whatDoesNotFitIsCutAtTheEndOfALine() {
        sticky(ForgeKind.GITHUB, "acme").put(5, "a line of text\n".repeat(10_000), 0, false);

        String body = repository.comments(5).get(0).body();
        assertThat(body)
                .hasSizeLessThanOrEqualTo(65_536)
                .endsWith("a line of text\n\n… the rest doesn't fit into a comment.\n");
    }

    @Test
    void aForgeThatRefusesSaysSo() {
        fake.failNext(403, Map.of(), "{\"message\":\"Resource not accessible by integration\"}");

        assertThatThrownBy(() -> sticky(ForgeKind.GITHUB, "acme").put(5, "fine", 0, false))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("Resource not accessible by integration");
    }

    @Test
    void aNameThatWouldEndTheMarkerIsRefused() {
        assertThatThrownBy(() -> sticky(ForgeKind.GITHUB, "a-->b")).isInstanceOf(IllegalArgumentException.class);
    }

    private StickyComment sticky(ForgeKind kind, String project) {
        return new StickyComment(fake.connect(kind, "acme/tools"), project);
    }
}
