package dev.plumbline.forge.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.forge.ForgeKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    /** GitHub's own example ("Validating webhook deliveries", testing the validation). */
    private static final String SECRET = "It's a Secret to Everybody";

    private static final String BODY = "Hello, World!";
    private static final String HEX = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    /** The example of the Standard Webhooks reference libraries. */
    private static final String SIGNING_TOKEN = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String SIGNED_BODY = "{\"test\": 2432232314}";
    private static final Instant SIGNED_AT = Instant.ofEpochSecond(1_614_265_330);
    private static final Map<String, String> SIGNED = Map.of(
            "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "webhook-timestamp", "1614265330",
            "webhook-signature",
                    "v1,bm9ldHUjKzFob2VudXRob2VodWUzMjRvdWVvdW9ldQo= v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    @Test
    void takesGitHubsSignature() {
        assertThat(valid(ForgeKind.GITHUB, SECRET, Map.of("X-Hub-Signature-256", "sha256=" + HEX), BODY))
                .isTrue();
        assertThat(valid(ForgeKind.GITHUB, SECRET, Map.of("X-Hub-Signature-256", HEX), BODY))
                .isFalse();
        assertThat(valid(ForgeKind.GITHUB, SECRET, Map.of("X-Hub-Signature-256", "sha256=" + HEX), BODY + " "))
                .isFalse();
        assertThat(valid(ForgeKind.GITHUB, "another", Map.of("X-Hub-Signature-256", "sha256=" + HEX), BODY))
                .isFalse();
        assertThat(valid(ForgeKind.GITHUB, SECRET, Map.of(), BODY)).isFalse();
    }

    @Test
    void takesGiteasAndForgejosSignature() {
        assertThat(valid(ForgeKind.GITEA, SECRET, Map.of("X-Gitea-Signature", HEX), BODY))
                .isTrue();
        assertThat(valid(ForgeKind.GITEA, SECRET, Map.of("X-Forgejo-Signature", HEX), BODY))
                .isTrue();
        assertThat(valid(ForgeKind.GITEA, SECRET, Map.of("X-Gitea-Signature", HEX.replace('7', '8')), BODY))
                .isFalse();
    }

    @Test
    void takesGitLabsToken() {
        assertThat(valid(ForgeKind.GITLAB, SECRET, Map.of("X-Gitlab-Token", SECRET), BODY))
                .isTrue();
        assertThat(valid(ForgeKind.GITLAB, SECRET, Map.of("X-Gitlab-Token", "It's"), BODY))
                .isFalse();
    }

    @Test
    void takesGitLabsSignatureWhileItIsFresh() {
        assertThat(signed(SIGNING_TOKEN, SIGNED, SIGNED_AT.plusSeconds(299))).isTrue();
        assertThat(signed(SIGNING_TOKEN, SIGNED, SIGNED_AT.plusSeconds(301))).isFalse();
        assertThat(signed(SIGNING_TOKEN, SIGNED, SIGNED_AT.minusSeconds(301))).isFalse();
        assertThat(signed("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSx", SIGNED, SIGNED_AT))
                .isFalse();
        assertThat(signed("whsec_%", SIGNED, SIGNED_AT)).isFalse();
        assertThat(signed("whsec_", SIGNED, SIGNED_AT)).isFalse();
    }

    @Test
    void aSigningTokenIsNotTakenInTheClear() {
        assertThat(signed(SIGNING_TOKEN, Map.of("X-Gitlab-Token", SIGNING_TOKEN), SIGNED_AT))
                .isFalse();
    }

    @Test
    void withoutASecretNothingIsValid() {
        for (ForgeKind kind : ForgeKind.values()) {
            assertThat(valid(kind, "", Map.of("X-Gitlab-Token", "", "X-Gitea-Signature", ""), BODY))
                    .isFalse();
        }
    }

    private static boolean valid(ForgeKind kind, String secret, Map<String, String> headers, String body) {
        return valid(kind, secret, headers, body, Instant.EPOCH);
    }

    private static boolean signed(String secret, Map<String, String> headers, Instant now) {
        return valid(ForgeKind.GITLAB, secret, headers, SIGNED_BODY, now);
    }

    private static boolean valid(ForgeKind kind, String secret, Map<String, String> headers, String body, Instant now) {
        WebhookRequest request = new WebhookRequest(
                name -> Optional.ofNullable(headers.get(name)), body.getBytes(StandardCharsets.UTF_8));
        return kind.product().webhooks().isValid(request, secret, now);
    }
}
