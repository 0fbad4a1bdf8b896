package dev.plumbline.server.site.frame;

/**
 * Something that couldn't be shown.
 *
 * @param frame what surrounds it
 * @param status the HTTP status
 * @param code stable, kebab-case
 * @param title what it is
 * @param detail the details and the remedy
 * @param signIn whether a token may help
 */
public record ProblemPage(PageFrame frame, int status, String code, String title, String detail, boolean signIn)
        implements Page {

    @Override
    public String template() {
        return "problem.jte";
    }
}
