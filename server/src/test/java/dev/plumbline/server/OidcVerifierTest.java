package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.plumbline.server.auth.AccessException;
import dev.plumbline.server.auth.AccessException.Reason;
import dev.plumbline.server.auth.CiIdentity;
import dev.plumbline.server.auth.UploadReach;
import dev.plumbline.server.oidc.OidcVerifier;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OidcVerifierTest {

    private static final String AUDIENCE = "https://plumbline.example.com";

    private final FakeIssuer issuer = FakeIssuer.start();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private OidcVerifier verifier = verifier();

    private OidcVerifier verifier() {
        return new OidcVerifier(List.of(URI.create(issuer.address())), URI.create(AUDIENCE), now::get);
    }

    @BeforeEach
    void begin() {
        verifier = verifier();
    }

    @AfterEach
    void end() {
        verifier.close();
        issuer.close();
    }

    private JWTClaimsSet.Builder push() {
        return issuer.gitHub(AUDIENCE, "push", "refs/heads/main");
    }

    private AccessException refusal(String token) {
        return catchThrowableOfType(AccessException.class, () -> verifier.verify(token));
    }

    @Test
    void takesATokenSignedByEitherAlgorithm() {
        CiIdentity expected = new CiIdentity(
                issuer.address(),
                "acme/widgets",
                "4711",
                "refs/heads/main",
                "99",
                new UploadReach.Branch("main", Optional.of("0123456789abcdef0123456789abcdef01234567")));

        assertThat(verifier.verify(issuer.sign(push()))).isEqualTo(expected);
        assertThat(verifier.verify(FakeIssuer.sign(push(), issuer.key("ec-1")))).isEqualTo(expected);
    }

    static Stream<Arguments> wrongClaims() {
        Date past = Date.from(Instant.now().minusSeconds(120));
        Date future = Date.from(Instant.now().plusSeconds(120));
        return Stream.of(
                wrong("audience", claims -> claims.audience("https://other.example.com"), "audience has to be"),
                wrong("no audience", claims -> claims.audience((String) null), "audience has to be"),
                wrong("issuer", claims -> claims.issuer("https://evil.example.com"), "doesn't know"),
                wrong("no issuer", claims -> claims.issuer(null), "doesn't know"),
                wrong("expired", claims -> claims.expirationTime(past), "has expired"),
                wrong("no end", claims -> claims.expirationTime(null), "how long it is valid"),
                wrong("no issue time", claims -> claims.issueTime(null), "how long it is valid"),
                wrong("issued later", claims -> claims.issueTime(future), "not valid yet"),
                wrong("begins later", claims -> claims.notBeforeTime(future), "not valid yet"),
                wrong("no repository", claims -> claims.claim("repository", null), "'repository'"),
                wrong("no id", claims -> claims.claim("repository_id", null), "names no repository"),
                wrong("no event", claims -> claims.claim("event_name", null), "'event_name'"));
    }

    private static Arguments wrong(String name, UnaryOperator<JWTClaimsSet.Builder> change, String complaint) {
        return arguments(name, change, complaint);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongClaims")
    void refusesClaimsThatDoNotHold(String name, UnaryOperator<JWTClaimsSet.Builder> change, String complaint) {
        AccessException refusal = refusal(issuer.sign(change.apply(push())));

        assertThat(refusal.reason()).as(name).isEqualTo(Reason.INVALID_TOKEN);
        assertThat(refusal).hasMessageContaining(complaint);
    }

    @Test
    void toleratesClocksAMinuteApart() {
        now.set(Instant.now().plusSeconds(600 + 50));
        assertThat(verifier.verify(issuer.sign(push()))).isNotNull();

        now.set(Instant.now().plusSeconds(600 + 70));
        assertThat(refusal(issuer.sign(push()))).hasMessageContaining("has expired");
    }

    @Test
    void refusesForgedTokens() throws JOSEException {
        RSAKey own = FakeIssuer.OTHER_RSA;
        String signed = issuer.sign(push());
        String tampered = signed.substring(0, signed.lastIndexOf('.')) + ".AAAA";
        JWSHeader shared =
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa-1").build();
        SignedJWT byPublicKey = new SignedJWT(shared, push().build());
        byPublicKey.sign(
                new MACSigner(issuer.key("rsa-1").toRSAKey().toPublicKey().getEncoded()));

        assertThat(refusal(FakeIssuer.sign(push(), own))).hasMessageContaining("signature is invalid");
        assertThat(refusal(tampered)).hasMessageContaining("signature is invalid");
        assertThat(refusal(byPublicKey.serialize())).hasMessageContaining("isn't signed with RS256 or ES256");
        assertThat(refusal(new PlainJWT(push().build()).serialize())).hasMessageContaining("isn't a signed JWT");
        assertThat(refusal("eyJ.nonsense.x")).hasMessageContaining("isn't a signed JWT");
        assertThat(refusal("ey".repeat(20_000) + "..")).hasMessageContaining("longer than");
    }

    @Test
    void fetchesTheKeysAgainForANewOneAndAtMostOnceAMinute() {
        verifier.verify(issuer.sign(push()));
        assertThat(issuer.fetches()).isEqualTo(1);
        RSAKey next = FakeIssuer.NEXT_RSA;
        issuer.publish(next);
        issuer.withdraw("ec-1");

        assertThat(refusal(FakeIssuer.sign(push(), next))).hasMessageContaining("its issuer doesn't have");
        assertThat(issuer.fetches()).isEqualTo(1);

        now.set(now.get().plusSeconds(61));
        assertThat(verifier.verify(FakeIssuer.sign(push(), next))).isNotNull();
        assertThat(refusal(FakeIssuer.sign(push(), FakeIssuer.ec("ec-1")))).isNotNull();
        assertThat(issuer.fetches()).isEqualTo(2);
    }

    @Test
    void saysThatAnIssuerCanNotBeReachedAndTriesAgain() {
        issuer.down(true);
        assertThat(refusal(issuer.sign(push())).reason()).isEqualTo(Reason.ISSUER_UNREACHABLE);

        issuer.down(false);
        assertThat(refusal(issuer.sign(push())).reason()).isEqualTo(Reason.ISSUER_UNREACHABLE);
        now.set(now.get().plusSeconds(11));
        assertThat(verifier.verify(issuer.sign(push()))).isNotNull();
    }

    @Test
    void livesOnTheKeysItHasWhileTheIssuerIsDown() {
        verifier.verify(issuer.sign(push()));
        issuer.down(true);
        now.set(now.get().plusSeconds(3600 + 1));
        JWTClaimsSet.Builder later = push().expirationTime(Date.from(now.get().plusSeconds(600)));

        assertThat(verifier.verify(issuer.sign(later))).isNotNull();
        assertThat(refusal(FakeIssuer.sign(later, FakeIssuer.NEXT_RSA)).reason())
                .isEqualTo(Reason.ISSUER_UNREACHABLE);
    }

    @Test
    void asksAgainSoonAfterAnOutage() {
        verifier.verify(issuer.sign(push()));
        issuer.down(true);
        now.set(now.get().plusSeconds(3600 + 1));
        JWTClaimsSet.Builder later = push().expirationTime(Date.from(now.get().plusSeconds(600)));
        String old = issuer.sign(later);
        assertThat(verifier.verify(old)).isNotNull();

        issuer.down(false);
        issuer.withdraw("rsa-1");
        now.set(now.get().plusSeconds(11));

        assertThat(refusal(old)).hasMessageContaining("its issuer doesn't have");
    }

    @Test
    void livesOnTheKeysItHasForADayAtMost() {
        verifier.verify(issuer.sign(push()));
        issuer.down(true);
        String later = issuer.sign(push().expirationTime(Date.from(now.get().plusSeconds(100_000))));

        now.set(now.get().plus(Duration.ofHours(22)));
        assertThat(verifier.verify(later)).isNotNull();
        now.set(now.get().plus(Duration.ofHours(2)));
        assertThat(refusal(later).reason()).isEqualTo(Reason.ISSUER_UNREACHABLE);
    }

    @Test
    void takesNoKeyThatIsTooWeakOrOfAnotherCurve() throws JOSEException {
        RSAKey weak = new RSAKeyGenerator(1024, true).keyID("weak").generate();
        issuer.publish(weak);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("weak").build(), push().build());
        token.sign(new RSASSASigner(weak.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance())));
        ECKey longer = new ECKeyGenerator(Curve.P_384).keyID("p-384").generate();
        issuer.publish(longer);
        SignedJWT other = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES384).keyID("p-384").build(), push().build());
        other.sign(new ECDSASigner(longer));

        assertThat(refusal(token.serialize())).hasMessageContaining("its issuer doesn't have");
        assertThat(refusal(other.serialize())).hasMessageContaining("isn't signed with RS256 or ES256");
    }

    @Test
    void refusesATokenOfAnotherTypeOrWithAnEndThatIsNone() throws JOSEException {
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa-1");
        RSASSASigner signer = new RSASSASigner(issuer.key("rsa-1").toRSAKey());
        SignedJWT access =
                new SignedJWT(header.type(new JOSEObjectType("at+jwt")).build(), push().build());
        access.sign(signer);
        String claims = push().build().toString().replaceFirst("\"exp\":\\d+", "\"exp\":null");
        JWSObject endless = new JWSObject(header.type(JOSEObjectType.JWT).build(), new Payload(claims));
        endless.sign(signer);

        assertThat(refusal(access.serialize())).hasMessageContaining("its type isn't 'JWT'");
        assertThat(claims).contains("\"exp\":null");
        assertThat(refusal(endless.serialize())).hasMessageContaining("how long it is valid");
    }

    @Test
    void asksNoOtherHostForTheKeys() {
        issuer.keysAt("http://localhost:1/keys");

        assertThat(refusal(issuer.sign(push())).reason()).isEqualTo(Reason.ISSUER_UNREACHABLE);
        assertThat(issuer.fetches()).isZero();
    }
}
