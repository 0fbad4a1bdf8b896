package dev.plumbline.forge.rest;

import java.net.http.HttpRequest;

/** Adds a credential to requests. */
public interface Authorization {

    /** Adds the header with it. */
    void on(HttpRequest.Builder request);

    /** Replaces it after the forge answered 401. False when there is only this one. */
    boolean renew();

    /** The text with every occurrence of the secret masked. */
    String blotOut(String text);

    /** None: requests are sent as anybody could send them. */
    static Authorization none() {
        return new Authorization() {
            @Override
            public void on(HttpRequest.Builder request) {}

            @Override
            public boolean renew() {
                return false;
            }

            @Override
            public String blotOut(String text) {
                return text;
            }
        };
    }

    /** One that never changes. */
    static Authorization fixed(String header, String prefix, String secret) {
        return new Authorization() {
            @Override
            public void on(HttpRequest.Builder request) {
                request.header(header, prefix + secret);
            }

            @Override
            public boolean renew() {
                return false;
            }

            @Override
            public String blotOut(String text) {
                return text.replace(secret, "***");
            }
        };
    }
}
