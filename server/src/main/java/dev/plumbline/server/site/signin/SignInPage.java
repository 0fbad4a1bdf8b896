package dev.plumbline.server.site.signin;

import dev.plumbline.server.site.frame.Page;
import dev.plumbline.server.site.frame.PageFrame;

/**
 * Where a reader signs in with a token to see private projects.
 *
 * @param frame what surrounds it
 * @param next the path to go to afterwards
 * @param refused whether a token was given and is not valid
 */
public record SignInPage(PageFrame frame, String next, boolean refused) implements Page {

    @Override
    public String template() {
        return "sign-in.jte";
    }
}
