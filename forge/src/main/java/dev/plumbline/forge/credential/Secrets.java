package dev.plumbline.forge.credential;

/** Checks of secret texts. */
final class Secrets {

    private Secrets() {}

    /**
     * The token without blanks around it.
     *
     * @throws IllegalArgumentException when it is empty or could break a header
     */
    static String checked(String text) {
        String secret = text.strip();
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("the forge's token is empty");
        }
        if (!secret.chars().allMatch(character -> character > ' ' && character < 0x7f)) {
            throw new IllegalArgumentException(
                    "the forge's token contains spaces or characters that tokens never have");
        }
        return secret;
    }
}
