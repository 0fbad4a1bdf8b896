package dev.plumbline.server.site.frame;

import org.jspecify.annotations.Nullable;

/** The reader's choice of colours. */
public enum PageTheme {
    /** As the reader's system is set. */
    SYSTEM(""),
    LIGHT("light"),
    DARK("dark");

    private final String label;

    PageTheme(String label) {
        this.label = label;
    }

    /** The choice as the cookie and the root element write it, empty for the system's. */
    public String label() {
        return label;
    }

    /** The choice that a cookie names; an unknown one is the system's. */
    public static PageTheme of(@Nullable String cookie) {
        if (LIGHT.label.equals(cookie)) {
            return LIGHT;
        }
        return DARK.label.equals(cookie) ? DARK : SYSTEM;
    }
}
