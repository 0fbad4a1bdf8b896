package dev.plumbline.forge.credential;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An RSA private key in PEM (RFC 7468). GitHub gives it as PKCS#1 ({@code RSA PRIVATE KEY}); Java reads only PKCS#8, which is the same
 * sequence with the algorithm's name in front (RFC 5208, section 5).
 */
final class PemKey {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (RSA )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END (?:RSA )?PRIVATE KEY-----");

    /** Version 0 and the algorithm rsaEncryption (1.2.840.113549.1.1.1) without parameters, in DER. */
    private static final byte[] RSA = {
        0x02,
        0x01,
        0x00,
        0x30,
        0x0d,
        0x06,
        0x09,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xf7,
        0x0d,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    private static final byte SEQUENCE = 0x30;
    private static final byte OCTET_STRING = 0x04;

    private PemKey() {}

    /**
     * The key of a text.
     *
     * @throws IllegalArgumentException when it is not such a key; the message doesn't quote it
     */
    static PrivateKey read(String pem) {
        Matcher matcher = PEM.matcher(pem);
        if (!matcher.find()) {
            throw new IllegalArgumentException("the App's private key is not PEM: it must begin with"
                    + " -----BEGIN RSA PRIVATE KEY----- or -----BEGIN PRIVATE KEY-----, and must not be encrypted");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(matcher.group(2));
            byte[] pkcs8 = matcher.group(1) == null ? der : wrapped(der);
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new IllegalArgumentException("the App's private key is broken: it is not an RSA key", broken);
        }
    }

    private static byte[] wrapped(byte[] pkcs1) {
        byte[] key = element(OCTET_STRING, pkcs1);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(RSA);
        content.writeBytes(key);
        return element(SEQUENCE, content.toByteArray());
    }

    /** A DER element: its tag, its length, its content. Lengths from 128 on are preceded by the number of their bytes. */
    private static byte[] element(byte tag, byte[] content) {
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        int length = content.length;
        if (length < 0x80) {
            element.write(length);
        } else if (length < 0x100) {
            element.write(0x81);
            element.write(length);
        } else {
            element.write(0x82);
            element.write(length >> 8);
            element.write(length);
        }
        element.writeBytes(content);
        return element.toByteArray();
    }
}
