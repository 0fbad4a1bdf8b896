package dev.plumbline.forge.credential;

import java.security.PrivateKey;

/** The credential for a forge. No {@code toString} shows a secret. */
public sealed interface Credential {

    /** None at all: the forge shows what it shows everybody. */
    record None() implements Credential {}

    /**
     * A token that acts for a person, a project or a job: a personal, fine-grained or job's token on GitHub, a personal, group or project
     * access token on GitLab, an access token on Gitea and Forgejo.
     */
    record Token(String secret) implements Credential {

        /** @throws IllegalArgumentException when the text can't be a token; the message doesn't quote it */
        public Token {
            secret = Secrets.checked(secret);
        }

        @Override
        public String toString() {
            return "Token[***]";
        }
    }

    /** GitLab's {@code CI_JOB_TOKEN}. It may read little and write neither notes nor statuses. */
    record JobToken(String secret) implements Credential {

        /** @throws IllegalArgumentException when the text can't be a token; the message doesn't quote it */
        public JobToken {
            secret = Secrets.checked(secret);
        }

        @Override
        public String toString() {
            return "JobToken[***]";
        }
    }

    /**
     * A GitHub App that is installed on the repository.
     *
     * @param id the App's id, or its client id
     * @param key its RSA private key
     */
    record GitHubApp(String id, PrivateKey key) implements Credential {

        /**
         * The App with the key that GitHub gave as a file.
         *
         * @param pem the file's text: PKCS#1 as GitHub makes it, or PKCS#8
         * @throws IllegalArgumentException with a sentence for the operator, which doesn't quote the key
         */
        public static GitHubApp of(String id, String pem) {
            return new GitHubApp(id.strip(), PemKey.read(pem));
        }

        @Override
        public String toString() {
            return "GitHubApp[" + id + "]";
        }
    }
}
