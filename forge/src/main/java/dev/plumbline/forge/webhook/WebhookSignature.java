package dev.plumbline.forge.webhook;

import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.http.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether an incoming webhook was sent by the forge that shares its secret. All comparisons take the same time wherever texts differ.
 *
 * <ul>
 *   <li>GitHub signs the body: {@code X-Hub-Signature-256: sha256=HEX}, HMAC-SHA256.
 *   <li>Gitea and Forgejo, too: {@code X-Gitea-Signature} or {@code X-Forgejo-Signature}, the hexadecimal digits alone.
 *   <li>GitLab sends the secret itself in {@code X-Gitlab-Token}; or, with a signing token (it begins with {@code whsec_}), signs id, time and
 *       body: {@code webhook-signature: v1,BASE64}. Such a secret is never taken in the clear.
 * </ul>
 *
 * @see <a href="https://www.standardwebhooks.com/">Standard Webhooks</a>
 */
public final class WebhookSignature {

    private static final String SIGNING_TOKEN = "whsec_";
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private WebhookSignature() {}

    /**
     * Whether it was.
     *
     * @param secret what both sides know; with an empty one nothing is valid
     * @param headers gives a header's value by its name, whatever the case of its letters
     * @param body the body as it came, byte by byte
     * @param now the time, since a signature with a time is valid for five minutes around it
     */
    public static boolean isValid(
            ForgeKind kind, String secret, Function<String, Optional<String>> headers, byte[] body, Instant now) {
        if (secret.isEmpty()) {
            return false;
        }
        return switch (kind) {
            case GITHUB ->
                isSame(headers.apply("X-Hub-Signature-256"), "sha256=" + new HmacSha256(bytes(secret)).hex(body));
            case GITEA ->
                isSame(
                        headers.apply("X-Gitea-Signature").or(() -> headers.apply("X-Forgejo-Signature")),
                        new HmacSha256(bytes(secret)).hex(body));
            case GITLAB ->
                secret.startsWith(SIGNING_TOKEN)
                        ? isSigned(secret, headers, body, now)
                        : isSame(headers.apply("X-Gitlab-Token"), secret);
        };
    }

    private static boolean isSame(Optional<String> given, String expected) {
        return given.filter(value -> HmacSha256.isSame(value, expected)).isPresent();
    }

    private static boolean isSigned(
            String secret, Function<String, Optional<String>> headers, byte[] body, Instant now) {
        String id = headers.apply("webhook-id").orElse("");
        String time = headers.apply("webhook-timestamp").orElse("");
        if (id.isEmpty() || !isRecent(time, now)) {
            return false;
        }
        HmacSha256 signing;
        try {
            signing = new HmacSha256(Base64.getDecoder().decode(secret.substring(SIGNING_TOKEN.length())));
        } catch (IllegalArgumentException noKey) {
            return false;
        }
        byte[] code = signing.code(bytes(id + "." + time + "."), body);
        String expected = "v1," + Base64.getEncoder().encodeToString(code);
        return Arrays.stream(headers.apply("webhook-signature").orElse("").split(" ", -1))
                .anyMatch(signature -> HmacSha256.isSame(signature, expected));
    }

    private static boolean isRecent(String time, Instant now) {
        if (!time.matches("[0-9]{1,12}")) {
            return false;
        }
        Duration difference = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now);
        return difference.abs().compareTo(CLOCKS_DIFFER) <= 0;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
