package dev.plumbline.forge.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.forge.credential.Credential;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The tokens that the forge takes, and an App that is installed on all repositories. */
public final class FakeAccounts {

    /** The App's id. */
    public static final String APP = "4711";

    /** Whom the App writes as. */
    public static final String APP_LOGIN = "plumbline[bot]";

    /** Of a key of 2048 bits: the outer sequence, version, algorithm and the octet string's head. */
    private static final int PKCS8_PREFIX = 26;

    private static final long INSTALLATION = 99;
    private static final FakeUser PLUMBLINE = new FakeUser("plumbline", 7, FakeUser.Rights.WRITE);
    private static final FakeUser READER = new FakeUser("github-actions[bot]", 8, FakeUser.Rights.READ);
    private static final FakeUser JOB = new FakeUser("github-actions[bot]", 8, FakeUser.Rights.JOB);
    private static final FakeUser INSTALLED = new FakeUser(APP_LOGIN, 9, FakeUser.Rights.APP);

    private final Map<String, FakeUser> tokens = new ConcurrentHashMap<>(
            Map.of("ghp_write-everything", PLUMBLINE, "ghs_only-reads", READER, "ghs_of-a-job", JOB));
    private final AtomicInteger issued = new AtomicInteger();
    private @Nullable KeyPair appKey;
    private volatile Instant installationExpiry = Instant.now().plusSeconds(3600);

    FakeAccounts() {}

    /** A token that may write, of the user {@code plumbline}. */
    public String token() {
        return "ghp_write-everything";
    }

    /** A job's token that may read alone, as in a pull request from a fork. */
    public String readOnlyToken() {
        return "ghs_only-reads";
    }

    /** A job's token that may write, of {@code github-actions[bot]}. */
    public String jobToken() {
        return "ghs_of-a-job";
    }

    /** Takes a token no more. */
    public void expire(String token) {
        tokens.remove(token);
    }

    /** Takes no installation token any more that was given out so far. */
    public void expireInstallationTokens() {
        tokens.values().removeIf(INSTALLED::equals);
    }

    /** When the installation tokens that are given out from now on say that they expire. */
    public void installationTokensExpire(Instant when) {
        installationExpiry = when;
    }

    /** How many installation tokens were given out. */
    public int installationTokens() {
        return issued.get();
    }

    /** The App as Plumbline is given it. */
    public Credential.GitHubApp app() {
        return new Credential.GitHubApp(APP, appKey().getPrivate());
    }

    /** The App's private key as GitHub gives it out as a file: PKCS#1, which stands in PKCS#8 behind its first 26 bytes. */
    public String appPem() {
        byte[] pkcs8 = appKey().getPrivate().getEncoded();
        return pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, PKCS8_PREFIX, pkcs8.length));
    }

    /** The same key as PKCS#8. */
    public String appPkcs8Pem() {
        return pem("PRIVATE KEY", appKey().getPrivate().getEncoded());
    }

    private static String pem(String label, byte[] der) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    }

    /** The number of a user, the same whenever the name is. */
    static long idOf(String login) {
        return switch (login) {
            case "plumbline" -> PLUMBLINE.id();
            case "github-actions[bot]" -> JOB.id();
            case APP_LOGIN -> INSTALLED.id();
            default -> 1000L + Math.floorMod(login.hashCode(), 1_000_000);
        };
    }

    long installation() {
        return INSTALLATION;
    }

    /** A new installation token. */
    Map.Entry<String, Instant> install() {
        String token = "ghs_installation-" + issued.incrementAndGet();
        tokens.put(token, INSTALLED);
        return Map.entry(token, installationExpiry);
    }

    /** Whether a request shows no credential. */
    boolean isNobody(FakeRequest request) {
        return (request.header("Authorization") + request.header("PRIVATE-TOKEN") + request.header("JOB-TOKEN"))
                .isEmpty();
    }

    /** Who sends a request; empty when the credential is wrong. */
    Optional<FakeUser> user(FakeRequest request) {
        String header = request.header("Authorization");
        String token = header.replaceFirst("^(Bearer|token) ", "");
        if (header.isEmpty()) {
            token = request.header("PRIVATE-TOKEN") + request.header("JOB-TOKEN");
        }
        return isSignedByApp(token) ? Optional.of(INSTALLED) : Optional.ofNullable(tokens.get(token));
    }

    /** Whether a token is the App's own signature: RS256, ten minutes at most, issued in the past, by the App's id. */
    boolean isSignedByApp(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(appKey().getPublic());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            JsonNode claims =
                    JsonMapper.builder().build().readTree(Base64.getUrlDecoder().decode(parts[1]));
            long lasts = claims.path("exp").asLong() - claims.path("iat").asLong();
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
                    && claims.path("iss").asText().equals(APP)
                    && lasts > 0
                    && lasts <= 600;
        } catch (GeneralSecurityException | IOException | IllegalArgumentException broken) {
            return false;
        }
    }

    private synchronized KeyPair appKey() {
        KeyPair known = appKey;
        if (known == null) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                known = generator.generateKeyPair();
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
            appKey = known;
        }
        return known;
    }
}
