package dev.plumbline.server;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A webhook about a pull request of {@code acme/tools} as GitHub sends it.
 *
 * @param action such as {@code opened}
 * @param state {@code open} or {@code closed}
 * @param head its newest commit
 * @param base the branch that it is for
 * @param second when it was changed, as a second of a certain minute
 */
record SentWebhook(String repository, int number, String action, String state, String head, String base, int second) {

    static SentWebhook opened(int number, String head, int second) {
        return new SentWebhook("acme/tools", number, "opened", "open", head, "main", second);
    }

    SentWebhook closed(int at) {
        return new SentWebhook(repository, number, "closed", "closed", head, base, at);
    }

    SentWebhook retargeted(String branch, int at) {
        return new SentWebhook(repository, number, "edited", "open", head, branch, at);
    }

    String json() {
        return """
            {"action": "%s", "number": %d, "changes": {"base": {"ref": {"from": "x"}}},
             "repository": {"full_name": "%s"},
             "pull_request": {"number": %d, "state": "%s", "merged": false, "title": "Faster", "html_url": "https://x/y",
               "user": {"login": "ada"}, "updated_at": "2026-03-01T12:00:%02dZ",
               "head": {"sha": "%s", "ref": "faster", "repo": {"full_name": "acme/tools"}},
               "base": {"ref": "%s", "repo": {"full_name": "acme/tools"}}}}
            """.formatted(action, number, repository, number, state, second, head, base);
    }

    /** Sends it, signed with a secret. */
    ApiClient.Answer to(ApiClient client, String secret) {
        return client.send(
                "POST",
                "/api/v1/forges/fake/webhook",
                BodyPublishers.ofString(json()),
                "Content-Type",
                "application/json",
                "X-GitHub-Event",
                "pull_request",
                "X-GitHub-Delivery",
                "d-" + second,
                "X-Hub-Signature-256",
                "sha256=" + signature(secret));
    }

    private String signature(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(json().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
